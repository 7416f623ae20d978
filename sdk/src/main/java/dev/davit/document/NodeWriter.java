package dev.davit.document;

import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamContext;

/** Stream a tree into a generator of Jackson's, whatever the format. */
final class NodeWriter {
    private final JsonGenerator out;

    NodeWriter(JsonGenerator out) {
        this.out = out;
    }

    void write(Node node) {
        write(node, 0);
    }

    private void write(Node node, int depth) {
        if (depth > DocumentReader.MAX_DEPTH) {
            throw refused(
                    out.streamWriteContext(),
                    "too deep",
                    "no more than " + DocumentReader.MAX_DEPTH + " levels are read back",
                    "flatten the tree, or look for a node that holds itself");
        }
        if (node instanceof MapNode map) {
            map(map, depth);
        } else if (node instanceof ListNode list) {
            out.writeStartArray();
            list.items().forEach(item -> write(item, depth + 1));
            out.writeEndArray();
        } else {
            scalar(((ScalarNode) node).value());
        }
    }

    private void map(MapNode map, int depth) {
        out.writeStartObject();
        map.entries().forEach((key, value) -> {
            out.writeName(key);
            write(value, depth + 1);
        });
        out.writeEndObject();
    }

    private void scalar(Object value) {
        if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            out.writeNumber(NumberText.of(number));
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else {
            out.writeNull();
        }
    }

    /** Name the place at which a generator stands. */
    static DocumentException refused(TokenStreamContext place, String what, String why, String fix) {
        TokenStreamContext root = place;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        String where = place.pathAsPointer() + " of document " + (root.getCurrentIndex() + 1);
        return new DocumentException(Escapes.visible(where), what, why, fix);
    }
}
