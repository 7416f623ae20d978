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

    /** Say what belongs here, and what is here instead unless the format itself tells. */
    static String wordsFor(Format format, Node node) {
        String found = kind(node);
        if (format.isText()) {
            return found.equals("text") ? format.words() : "text, not " + found;
        }
        boolean same = found.equals("text") && format.takesText() || found.equals("a number") && format.accepts(1L);
        return format.words() + (same ? "" : ", not " + found);
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
