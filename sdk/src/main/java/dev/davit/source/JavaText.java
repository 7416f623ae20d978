package dev.davit.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Write text as literals and comments of Java. */
final class JavaText {
    private JavaText() {}

    /** Writes a literal in one line. */
    static String literal(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        escape(text, out, false);
        return out.append('"').toString();
    }

    /** Says whether a text block holds a text: one strips white space, and no escape protects what is not a plain blank. */
    static boolean fitsBlock(String text) {
        return text.indexOf('\n') >= 0
                && text.chars().noneMatch(c -> c == '\r' || c > 0x7f && Character.isWhitespace((char) c));
    }

    /** Writes the lines of a text block after its first {@code """}. */
    static List<String> block(String text) {
        List<String> lines = new ArrayList<>();
        // A text block takes from each line the indentation that all of them have.
        boolean protect = text.lines().filter(it -> !it.isEmpty()).allMatch(it -> it.startsWith(" "));
        for (String line : text.split("\n", -1)) {
            StringBuilder out = new StringBuilder(line.length());
            escape(line, out, true);
            if (protect && line.startsWith(" ")) {
                out.replace(0, 1, "\\s");
                protect = false;
            }
            if (line.endsWith(" ") && out.charAt(out.length() - 1) == ' ') {
                out.setLength(out.length() - 1);
                out.append("\\s");
            }
            lines.add(out.toString());
        }
        int last = lines.size() - 1;
        String end = lines.get(last);
        lines.set(last, (end.endsWith("\"") ? end.substring(0, end.length() - 1) + "\\\"" : end) + "\"\"\"");
        return lines;
    }

    private static void escape(String text, StringBuilder out, boolean block) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                out.append("\\\\");
            } else if (c == '"' && (!block || text.startsWith("\"\"\"", i))) {
                out.append("\\\"");
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\t') {
                out.append("\\t");
            } else if (c == '\r') {
                out.append("\\r");
            } else if (c < ' ' || c == 0x7f) {
                // A Unicode escape is read before the literal is, so one of a line end would end the line.
                out.append(String.format(Locale.ROOT, "\\%03o", (int) c));
            } else if (hidden(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
    }

    /** What turns the direction of text, or is not seen at all, can make a line read otherwise than it runs. */
    private static boolean hidden(char c) {
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED;
    }

    /** Writes a comment as lines that begin with {@code //}; one that is too wide goes on in the next line. */
    static List<String> comment(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = "//" + visible(text);
        while (rest.length() > width && rest.lastIndexOf(' ', width) > 3) {
            int space = rest.lastIndexOf(' ', width);
            lines.add(rest.substring(0, space).stripTrailing());
            rest = "// " + rest.substring(space + 1);
        }
        lines.add(rest.stripTrailing());
        return lines;
    }

    /** A Unicode escape in a comment would be read, and one of a line end would end it. */
    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        String safe = text.contains("\\u") ? text.replace("\\", "\\\\") : text;
        for (char c : safe.toCharArray()) {
            if (c == '\t') {
                out.append(' ');
            } else if (c < ' ' || c == 0x7f || hidden(c)) {
                out.append('?');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
