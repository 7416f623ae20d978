package dev.davit.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Refuse trees that no reader would give back, and name the place. */
final class WritableTree {
    private final int number;
    private final boolean isYaml;
    private final Deque<String> path = new ArrayDeque<>();

    private WritableTree(int number, boolean isYaml) {
        this.number = number;
        this.isYaml = isYaml;
    }

    /** No encoding has a half of a surrogate pair. */
    static void requireYaml(List<MapNode> documents) {
        for (int i = 0; i < documents.size(); i++) {
            new WritableTree(i + 1, true).require(documents.get(i));
        }
    }

    /** Halves of surrogate pairs become escapes. */
    static void requireJson(Node node, String... at) {
        WritableTree tree = new WritableTree(1, false);
        tree.path.addAll(List.of(at));
        tree.require(node);
    }

    private void require(Node node) {
        if (path.size() > DocumentReader.MAX_DEPTH) {
            throw refused(
                    "too deep",
                    "no more than " + DocumentReader.MAX_DEPTH + " levels are read back",
                    "flatten the tree, or look for a node that holds itself");
        }
        if (node instanceof MapNode map) {
            map.entries().forEach((key, value) -> {
                path.addLast(key);
                requireWhole("the key", key);
                require(value);
                path.removeLast();
            });
        } else if (node instanceof ListNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                path.addLast(String.valueOf(i));
                require(list.items().get(i));
                path.removeLast();
            }
        } else if (((ScalarNode) node).value() instanceof String text) {
            requireWhole("the text", text);
        }
    }

    private void requireWhole(String what, String text) {
        int index = isYaml ? Surrogates.firstLone(text) : -1;
        if (index >= 0) {
            throw refused(
                    what + String.format(" holds \\u%04x alone at character %d", (int) text.charAt(index), index + 1),
                    "half of a surrogate pair has no encoding, so no YAML reader gives it back",
                    "remove it, or write the pair in full");
        }
    }

    private DocumentException refused(String what, String why, String fix) {
        StringBuilder pointer = new StringBuilder();
        path.forEach(key -> pointer.append('/').append(Pointer.escape(key)));
        return new DocumentException(Escapes.visible(pointer + " of document " + number), what, why, fix);
    }
}
