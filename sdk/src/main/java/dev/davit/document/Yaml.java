package dev.davit.document;

import java.util.List;
import java.util.regex.Pattern;

/** Write trees as YAML that readers of YAML 1.1 and of YAML 1.2 take for the same. */
public final class Yaml {
    /** In characters, so that most files are written without growing it. */
    private static final int USUAL_SIZE = 8192;

    /** The line breaks of YAML 1.1, which has three more than YAML 1.2. */
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\n\r\u0085\u2028\u2029]");

    private Yaml() {}

    /**
     * Write documents one after another, with a comment before the first.
     *
     * <p>Block style, two spaces per level, keys in the order of the tree, long lines kept whole, line feeds as line ends,
     * one at the end. Text has quotes only where a reader could take it for something else.
     *
     * @param header lines of the comment, without {@code #}; a line break in a line makes one more line
     * @throws DocumentException if text holds half of a surrogate pair, or a tree is deeper than
     *     {@link DocumentReader#MAX_DEPTH} levels; it names the place
     */
    public static String write(List<MapNode> documents, List<String> header) {
        requireWritable(documents);
        StringBuilder out = new StringBuilder(USUAL_SIZE);
        header.forEach(line -> comment(line, out));
        new BlockWriter(out).documents(documents);
        return out.toString();
    }

    /**
     * Refuse what {@link #write} would refuse, without making the text.
     *
     * @throws DocumentException if it would be refused
     */
    public static void requireWritable(List<MapNode> documents) {
        WritableTree.requireYaml(documents);
    }

    private static void comment(String text, StringBuilder out) {
        for (String line : LINE_BREAK.split(text, -1)) {
            String visible = Escapes.visible(line.stripTrailing());
            out.append(visible.isEmpty() ? "#" : "# " + visible).append('\n');
        }
    }
}
