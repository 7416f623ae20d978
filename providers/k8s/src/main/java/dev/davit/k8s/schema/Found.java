package dev.davit.k8s.schema;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;

/** Name the kind of value that stands where another belongs; the value itself may be a secret. */
final class Found {
    private Found() {}

    static String butIs(Node node) {
        return ", not " + kind(node);
    }

    /** Say nothing where text stands and another form of text belongs: the format itself says what is wrong. */
    static String insteadOf(Format format, Node node) {
        boolean otherText = format != Format.STRING && kind(node).equals("text");
        boolean otherNumber = kind(node).equals("a number") && format.accepts(1L);
        return otherText && !isPlain(format) || otherNumber ? "" : butIs(node);
    }

    private static boolean isPlain(Format format) {
        return switch (format) {
            case BOOL, INT32, INT64, NUMBER, PORT -> true;
            default -> false;
        };
    }

    private static String kind(Node node) {
        if (node instanceof MapNode) {
            return "a map";
        }
        if (node instanceof ListNode) {
            return "a list";
        }
        Object value = ((ScalarNode) node).value();
        if (value == null) {
            return "null";
        }
        return value instanceof String ? "text" : value instanceof Boolean ? "true or false" : "a number";
    }
}
