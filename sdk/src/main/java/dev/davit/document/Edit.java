package dev.davit.document;

import java.util.Locale;

/**
 * Change one place of a finished tree: a raw override.
 *
 * @param op what to do
 * @param path where
 * @param value what to write, each node of it with {@code why} as its origin; null for remove
 * @param why the user's call and line
 */
public record Edit(Op op, Pointer path, Node value, Origin why) {
    /** Name what an edit does. */
    public enum Op {
        SET,
        ADD,
        REMOVE
    }

    public Edit {
        value = value == null ? null : withOrigin(value, why);
    }

    /**
     * Put a value in place, whatever is there now; maps that are missing on the way are made, items of lists are not.
     *
     * @param path as {@link Pointer} says; its last step may be {@code -} to put an item at the end
     * @param value plain Java, as {@link Node#of} takes it
     * @param call the user's call as Java
     * @throws IllegalArgumentException if the path or the value is none
     */
    public static Edit set(String path, Object value, String call, SourceLocation at) {
        return of(Op.SET, path, value, Origin.raw(call, at));
    }

    /** Put a value where nothing is: under a new key, before the item at an index, or at the end of a list. */
    public static Edit add(String path, Object value, String call, SourceLocation at) {
        return of(Op.ADD, path, value, Origin.raw(call, at));
    }

    /** Remove what is in a place, with all that is below it. */
    public static Edit remove(String path, String call, SourceLocation at) {
        return new Edit(Op.REMOVE, Pointer.parse(path), null, Origin.raw(call, at));
    }

    private static Edit of(Op op, String path, Object value, Origin why) {
        return new Edit(op, Pointer.parse(path), Node.of(value, why), why);
    }

    /**
     * Change a tree.
     *
     * @throws EditException if the edit does not fit; the tree is then as it was
     */
    public void apply(MapNode root) {
        new EditRun(this).apply(root);
    }

    /** Give a copy of the value, or null: what one tree does with it must not reach the next. */
    @Override
    public Node value() {
        return value == null ? null : value.copy();
    }

    private static Node withOrigin(Node node, Origin why) {
        if (node instanceof MapNode map) {
            MapNode copy = new MapNode(why);
            map.entries().forEach((key, entry) -> copy.put(key, withOrigin(entry, why)));
            return copy;
        }
        if (node instanceof ListNode list) {
            ListNode copy = new ListNode(why);
            list.forEach(item -> copy.add(withOrigin(item, why)));
            return copy;
        }
        return ScalarNode.of(((ScalarNode) node).value(), why);
    }

    /** Write {@code set /spec/replicas}, without the value, which may be long. */
    @Override
    public String toString() {
        return op.name().toLowerCase(Locale.ROOT) + " " + path;
    }
}
