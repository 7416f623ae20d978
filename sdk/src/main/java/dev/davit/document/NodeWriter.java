package dev.davit.document;

import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;

/** Stream a tree that {@link WritableTree} let pass into a generator of Jackson's, whatever the format. */
final class NodeWriter {
    private final JsonGenerator out;

    NodeWriter(JsonGenerator out) {
        this.out = out;
    }

    void write(Node node) {
        if (node instanceof MapNode map) {
            map(map);
        } else if (node instanceof ListNode list) {
            out.writeStartArray();
            list.items().forEach(this::write);
            out.writeEndArray();
        } else {
            scalar(((ScalarNode) node).value());
        }
    }

    private void map(MapNode map) {
        out.writeStartObject();
        map.entries().forEach((key, value) -> {
            out.writeName(key);
            write(value);
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
}
