package dev.davit.document;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Write trees as YAML in block style.
 *
 * <p>The text is that of Jackson's generator over SnakeYAML Engine, byte for byte: tests hold the two side by side. That emitter looks
 * at each text four times and asks at each event what may follow, since it takes any YAML; writing with it was a fifth of a short run
 * and two fifths of a long one.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/">YAML 1.2.2</a>, 8.2 for blocks, 5.7 for escapes
 */
final class BlockWriter {
    private static final int STEP = 2;

    /** Readers need not take a longer key without its question mark. Half of what the specification allows, as SnakeYAML has it. */
    private static final int LONGEST_SIMPLE_KEY = 127;

    /** What YAML has a letter for, and the letters in the same order. */
    private static final String NAMED = "\0\u0007\b\t\n\u000b\f\r\u001b\"\\\u0085\u00a0";

    private static final String NAMES = "0abtnvfre\"\\N_";

    private final StringBuilder out;

    BlockWriter(StringBuilder out) {
        this.out = out;
    }

    void documents(List<MapNode> documents) {
        for (int i = 0; i < documents.size(); i++) {
            MapNode document = documents.get(i);
            boolean isEmpty = document.entries().isEmpty();
            if (i > 0) {
                out.append(isEmpty ? "--- " : "---\n");
            }
            if (isEmpty) {
                out.append("{}\n");
            } else {
                map(document, 0);
            }
        }
    }

    /** Begins where the line is, at the given column. */
    private void map(MapNode map, int column) {
        Iterator<Map.Entry<String, Node>> entries = map.entries().entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, Node> entry = entries.next();
            String key = entry.getKey();
            if (isSimple(key)) {
                name(key);
                out.append(':');
                belowKey(entry.getValue(), column);
            } else {
                out.append("? ");
                name(key);
                out.append('\n');
                indent(column);
                out.append(':');
                afterMark(entry.getValue(), column);
            }
            if (entries.hasNext()) {
                indent(column);
            }
        }
    }

    private void belowKey(Node value, int column) {
        if (value instanceof MapNode map && !map.entries().isEmpty()) {
            out.append('\n');
            indent(column + STEP);
            map(map, column + STEP);
        } else if (value instanceof ListNode list && !list.items().isEmpty()) {
            out.append('\n');
            indent(column + STEP);
            list(list, column + STEP);
        } else {
            out.append(' ');
            flat(value, column + STEP);
        }
    }

    /** A dash, or the colon of a key with a question mark: what follows begins on the same line. */
    private void afterMark(Node value, int column) {
        if (value instanceof MapNode map && !map.entries().isEmpty()) {
            out.append(' ');
            map(map, column + STEP);
        } else if (value instanceof ListNode list && !list.items().isEmpty()) {
            out.append("   ");
            list(list, column + 2 * STEP);
        } else {
            out.append(' ');
            flat(value, column + STEP);
        }
    }

    /** Dashes stand at the given column. */
    private void list(ListNode list, int column) {
        Iterator<Node> items = list.items().iterator();
        while (items.hasNext()) {
            out.append('-');
            afterMark(items.next(), column);
            if (items.hasNext()) {
                indent(column);
            }
        }
    }

    private void flat(Node value, int column) {
        if (value instanceof MapNode) {
            out.append("{}");
        } else if (value instanceof ListNode) {
            out.append("[]");
        } else {
            scalar(((ScalarNode) value).value(), column);
        }
        out.append('\n');
    }

    private void scalar(Object value, int column) {
        if (value instanceof String text) {
            switch (YamlText.style(text)) {
                case PLAIN -> out.append(text);
                case QUOTED -> quoted(text);
                case BLOCK -> block(text, column);
            }
        } else if (value instanceof BigDecimal number) {
            out.append(NumberText.of(number));
        } else {
            out.append(value);
        }
    }

    /** The line feed after the last line is the caller's. */
    private void block(String text, int column) {
        boolean isEnded = text.endsWith("\n");
        out.append(isEnded ? "|" : "|-");
        int end = isEnded ? text.length() - 1 : text.length();
        for (int start = 0; start <= end; ) {
            int next = text.indexOf('\n', start);
            int stop = next < 0 ? end : next;
            out.append('\n');
            if (stop > start) {
                indent(column);
                out.append(text, start, stop);
            }
            start = stop + 1;
        }
    }

    private void quoted(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c <= '~' && c != '"' && c != '\\') {
                out.append(c);
            } else {
                special(c);
            }
        }
        out.append('"');
    }

    private void special(char c) {
        int named = NAMED.indexOf(c);
        if (named >= 0) {
            out.append('\\').append(NAMES.charAt(named));
        } else if (c < ' ' || c >= 0x80 && c < 0xa0) {
            out.append(String.format("\\x%02x", (int) c));
        } else if (Escapes.hidden(c) && !Character.isSurrogate(c)) {
            out.append(String.format("\\u%04x", (int) c));
        } else {
            out.append(c);
        }
    }

    private void name(String key) {
        if (YamlText.isPlainName(key)) {
            out.append(key);
        } else {
            quoted(key);
        }
    }

    private static boolean isSimple(String key) {
        return !key.isEmpty() && key.length() <= LONGEST_SIMPLE_KEY && key.indexOf('\n') < 0;
    }

    private void indent(int column) {
        for (int i = 0; i < column; i++) {
            out.append(' ');
        }
    }
}
