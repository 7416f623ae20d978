package dev.davit.document;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Hold nodes by key, in the order in which the keys were first put.
 *
 * <p>Two maps are equal when they hold the same under the same keys: order counts for how a file reads, not for what it
 * says.
 */
public final class MapNode implements Node {
    private final Entries entries = new Entries();
    private final Origin origin;

    /** Make an empty map; the origin may be null. */
    public MapNode(Origin origin) {
        this.origin = origin;
    }

    /** Put a value under a key; it inherits the map's origin unless it is a node. */
    public MapNode put(String key, Object value) {
        return put(key, value, origin);
    }

    /** Put a value under a key and say why it is there. */
    public MapNode put(String key, Object value, Origin why) {
        entries.set(key, Node.of(value, why));
        return this;
    }

    /** Put a value if there is one. */
    public MapNode put(String key, Optional<?> value, Origin why) {
        value.ifPresent(present -> put(key, present, why));
        return this;
    }

    /** Put a list, a map or a text unless it is empty. */
    public MapNode putUnlessEmpty(String key, Object items, Origin why) {
        boolean empty = items instanceof CharSequence text && text.isEmpty()
                || items instanceof Collection<?> collection && collection.isEmpty()
                || items instanceof Map<?, ?> map && map.isEmpty()
                || items instanceof ListNode list && list.size() == 0
                || items instanceof MapNode node && node.isEmpty();
        return empty ? this : put(key, items, why);
    }

    /** Make an empty map under a key and give it. */
    public MapNode map(String key, Origin why) {
        MapNode child = new MapNode(why);
        entries.set(key, child);
        return child;
    }

    /** Make an empty list under a key and give it. */
    public ListNode list(String key, Origin why) {
        ListNode child = new ListNode(why);
        entries.set(key, child);
        return child;
    }

    /** Give what is under a key, if anything. */
    public Optional<Node> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Give the map under a key, if there is one. */
    public Optional<MapNode> getMap(String key) {
        return get(key).filter(MapNode.class::isInstance).map(MapNode.class::cast);
    }

    /** Give the list under a key, if there is one. */
    public Optional<ListNode> getList(String key) {
        return get(key).filter(ListNode.class::isInstance).map(ListNode.class::cast);
    }

    /** Give the text under a key, if there is text. */
    public Optional<String> getText(String key) {
        return get(key).map(node ->
                node instanceof ScalarNode scalar && scalar.value() instanceof String text ? text : null);
    }

    /** Give the whole number under a key, if there is one. */
    public Optional<Long> getLong(String key) {
        return get(key).map(node ->
                node instanceof ScalarNode scalar && scalar.value() instanceof Long number ? number : null);
    }

    /** Say whether something is under a key, if only null. */
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Remove a key and give what was under it, if anything. */
    public Optional<Node> remove(String key) {
        return Optional.ofNullable(entries.drop(key));
    }

    /** Say whether nothing is in the map. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Give the entries in order, not to be changed. */
    public Map<String, Node> entries() {
        return entries;
    }

    @Override
    public Optional<Origin> origin() {
        return Optional.ofNullable(origin);
    }

    @Override
    public MapNode copy() {
        MapNode copy = new MapNode(origin);
        entries.forEach((key, node) -> copy.entries.set(key, node.copy()));
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MapNode map && map.entries.equals(entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
