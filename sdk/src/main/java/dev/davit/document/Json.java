package dev.davit.document;

import java.io.StringWriter;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;

/** Write trees as JSON, and read JSON that may be hostile. */
public final class Json {
    /** Read at most so many bytes of one text: 64 MiB. JSON has no aliases, so text cannot become more than it is. */
    public static final int MAX_SIZE = 64 << 20;

    /** Read at most so many values of one text. */
    public static final int MAX_NODES = 4_000_000;

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /**
     * Write a tree with two spaces per level, keys in the order of the tree, line feeds as line ends, one at the end.
     *
     * <p>Text beyond ASCII is kept, except for what does not print, the line breaks that JSON allows in text and JavaScript
     * does not, and halves of surrogate pairs: those become escapes.
     *
     * @throws DocumentException if the tree is deeper than {@link DocumentReader#MAX_DEPTH} levels
     */
    public static String write(Node node) {
        WritableTree.requireJson(node);
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = pretty(out)) {
            new NodeWriter(generator).write(node);
        }
        // Jackson leaves these characters as they are. They stand in text only, so the finished JSON can be escaped at
        // once.
        return Escapes.visible(out.append('\n').toString());
    }

    /**
     * Write a tree in one line without spaces, as requests and journals carry it.
     *
     * @throws DocumentException if the tree is deeper than {@link DocumentReader#MAX_DEPTH} levels
     */
    public static String compact(Node node) {
        WritableTree.requireJson(node);
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            new NodeWriter(generator).write(node);
        }
        return Escapes.visible(out.toString());
    }

    /**
     * Read one JSON value in UTF-8; its nodes have no origin.
     *
     * <p>Stricter and several times faster than {@link DocumentReader}, which takes JSON for YAML: for what machines write.
     *
     * @param name the name for messages
     * @throws DocumentException if it is not exactly one JSON value, has a key twice, or is larger or deeper than the limits
     */
    public static Node read(String name, byte[] utf8) {
        if (utf8.length > MAX_SIZE) {
            throw new DocumentException(
                    name,
                    "too large, " + utf8.length + " bytes",
                    "at most " + MAX_SIZE + " are read, so that no input fills the memory",
                    "split the file");
        }
        return JsonReader.read(name, utf8);
    }

    static JsonGenerator pretty(Writer out) {
        return FACTORY.createGenerator(new Pretty(), out);
    }

    private static final class Pretty extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new Indentation();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
