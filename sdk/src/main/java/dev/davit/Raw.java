package dev.davit;

import dev.davit.document.DocumentException;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Pointer;
import dev.davit.document.SourceLocation;
import dev.davit.document.Yaml;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Edit a finished object where the typed settings do not reach. Raw edits run last, in the order given; what they set is in the
 * output as written.
 *
 * <p>A path is a JSON pointer (RFC 6901); a list item is named by its index, by {@code -} for the place after the last, or by a
 * field: {@code /spec/template/spec/containers/name=web/imagePullPolicy}. What is no path is refused at once, by an {@link
 * IllegalArgumentException}.
 */
public final class Raw {
    /** Name what an edit does. */
    public enum Operation {
        SET,
        ADD,
        REMOVE
    }

    private static final int MOST_LEVELS = 100;

    private final Operation operation;
    private final String path;
    private final Node value;
    private final SourceLocation at;

    private Raw(Operation operation, String path, Object value) {
        this.operation = operation;
        this.path = Pointer.parse(path).toString();
        this.value = operation == Operation.REMOVE ? null : node(operation, path, value);
        this.at = Caller.locate();
    }

    /** Refuses at once what no document holds, so that nothing is left to go wrong when the edit runs. */
    private static Node node(Operation operation, String path, Object value) {
        try {
            Node node = Node.of(value, null).copy();
            checkDepth(node, MOST_LEVELS);
            Yaml.write(List.of(new MapNode(null).put("value", node)), List.of());
            return node;
        } catch (IllegalArgumentException | DocumentException e) {
            throw new IllegalArgumentException(
                    "Raw." + word(operation) + "(" + JavaText.quoted(path) + ", ...): " + e.getMessage(), e);
        }
    }

    /** Leaves room for what is around the value in a file and in {@code assembly.json}. */
    private static void checkDepth(Node node, int levels) {
        if (levels == 0) {
            throw new IllegalArgumentException("a value has at most " + MOST_LEVELS + " levels");
        }
        if (node instanceof MapNode map) {
            map.entries().values().forEach(it -> checkDepth(it, levels - 1));
        } else if (node instanceof ListNode list) {
            list.forEach(it -> checkDepth(it, levels - 1));
        }
    }

    private static String word(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Set what is at the path, making the maps on the way.
     *
     * @param value text, boolean, number, null, or a {@code List} or {@code Map} of these
     * @throws IllegalArgumentException if the path is none or the value is none of these
     */
    public static Raw set(String path, Object value) {
        return new Raw(Operation.SET, path, value);
    }

    /** Put a value where nothing is: under a new key, before the item at an index, or, with {@code -}, at the end of a list. */
    public static Raw add(String path, Object value) {
        return new Raw(Operation.ADD, path, value);
    }

    /** Remove what is at the path. It is an error when nothing is there. */
    public static Raw remove(String path) {
        return new Raw(Operation.REMOVE, path, null);
    }

    /**
     * Make a map for a value, of keys and values by turns: of any size, and with null where the platform tells null from nothing.
     *
     * @throws IllegalArgumentException if a key is no text or has no value
     */
    public static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            if (!(keysAndValues[i] instanceof String key) || i + 1 == keysAndValues.length) {
                throw new IllegalArgumentException(
                        "Raw.map(...) takes keys and values by turns: argument " + (i + 1) + " is no key with a value");
            }
            map.put(key, keysAndValues[i + 1]);
        }
        return map;
    }

    /** Make a list for a value, which can hold null. */
    public static List<Object> list(Object... items) {
        return Arrays.asList(items);
    }

    /** Give what the edit does. */
    public Operation operation() {
        return operation;
    }

    /** Give where. */
    public String path() {
        return path;
    }

    /** Give a copy of what is set or added; empty for a removal. */
    public Optional<Node> value() {
        return Optional.ofNullable(value).map(Node::copy);
    }

    /** Give the user's line. */
    public SourceLocation at() {
        return at;
    }

    /** Write the edit as Java, without the value: what a user writes raw can be a secret. */
    @Override
    public String toString() {
        return "Raw." + word(operation) + "(" + JavaText.quoted(path)
                + (operation == Operation.REMOVE ? ")" : ", ...)");
    }
}
