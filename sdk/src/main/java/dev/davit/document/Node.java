package dev.davit.document;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Hold one value of a document: a map, a list or a scalar. */
public sealed interface Node permits MapNode, ListNode, ScalarNode {
    /** Say why the node is there, if that is known. */
    Optional<Origin> origin();

    /** Copy the node with all that is below it; the copy shares nothing that can change. */
    Node copy();

    /**
     * Make a node of plain Java: {@code null}, text, a boolean, a whole or finite number, a map with text keys, a
     * collection, or a node (taken as it is).
     *
     * @throws IllegalArgumentException for anything else, naming its type
     */
    static Node of(Object value, Origin origin) {
        if (value instanceof Node node) {
            return node;
        }
        if (value instanceof Map<?, ?> map) {
            MapNode node = new MapNode(origin);
            ordered(map).forEach((key, item) -> node.put(text(key), Node.of(item, origin)));
            return node;
        }
        if (value instanceof Collection<?> items) {
            ListNode node = new ListNode(origin);
            items.forEach(item -> node.add(Node.of(item, origin)));
            return node;
        }
        return ScalarNode.of(value, origin);
    }

    /** {@code Map.of} turns its entries about in each run; what it makes must not. */
    private static Map<?, ?> ordered(Map<?, ?> map) {
        boolean keepsOrder = map instanceof LinkedHashMap || map instanceof SortedMap;
        return keepsOrder || map.keySet().stream().anyMatch(it -> !(it instanceof String)) ? map : new TreeMap<>(map);
    }

    private static String text(Object key) {
        if (key instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a key of a document is text, not "
                + (key == null ? "null" : key.getClass().getName()));
    }
}
