package dev.davit.document;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/**
 * Write an object as {@link Json#write} does, member by member: nobody holds all of its tree.
 *
 * <p>Its text is handed out as bytes in parts, since one array of a large text has to be copied as it grows.
 */
public final class JsonStream {
    private static final int PART = 1 << 16;

    private final Consumer<byte[]> out;
    private final StringWriter pending = new StringWriter();
    private final JsonGenerator generator = Json.pretty(pending);

    /**
     * Start an object.
     *
     * @param out takes the text in UTF-8, in parts
     */
    public JsonStream(Consumer<byte[]> out) {
        this.out = out;
        generator.writeStartObject();
    }

    /**
     * Write a member.
     *
     * @param value a node, or what {@link Node#of} takes
     * @throws DocumentException as {@link Json#write}
     */
    public JsonStream put(String name, Object value) {
        generator.writeName(name);
        write(Node.of(value, null), name);
        return this;
    }

    /**
     * Write a member that is a list; its items are taken one by one, and let go.
     *
     * @throws DocumentException as {@link Json#write}
     */
    public JsonStream put(String name, Stream<? extends Node> items) {
        generator.writeName(name);
        generator.writeStartArray();
        int number = 0;
        for (Iterator<? extends Node> rest = items.iterator(); rest.hasNext(); number++) {
            write(rest.next(), name, String.valueOf(number));
        }
        generator.writeEndArray();
        return this;
    }

    /** End the object and its line. */
    public void end() {
        generator.writeEndObject();
        generator.close();
        pending.append('\n');
        cut();
    }

    private void write(Node node, String... at) {
        WritableTree.requireJson(node, at);
        new NodeWriter(generator).write(node);
        if (pending.getBuffer().length() >= PART) {
            // Between two values no pair of surrogates is cut.
            generator.flush();
            cut();
        }
    }

    private void cut() {
        out.accept(Escapes.visible(pending.toString()).getBytes(StandardCharsets.UTF_8));
        pending.getBuffer().setLength(0);
    }
}
