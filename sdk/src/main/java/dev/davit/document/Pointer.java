package dev.davit.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Name a place in a tree.
 *
 * <p>A JSON pointer (RFC 6901), such as {@code /spec/template/spec/containers/0/image}, with two additions: in a list,
 * {@code name=web} finds the one item with that entry, and {@code -} is the place after the last item. Empty steps, which
 * the RFC allows, are refused: no file we write has an empty key, and {@code /spec/} is a slip.
 */
public record Pointer(List<String> steps) {
    public Pointer {
        steps = List.copyOf(steps);
    }

    /**
     * Read a pointer.
     *
     * @throws IllegalArgumentException if it is none; the message says where and what to write instead
     */
    public static Pointer parse(String text) {
        if (text.isEmpty() || text.equals("/")) {
            throw new IllegalArgumentException(
                    "the path \"" + text + "\" names the whole document: name a field, such as \"/metadata/name\"");
        }
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException(
                    "the path \"" + text + "\" does not begin with \"/\": write \"/" + text + "\"");
        }
        List<String> steps = new ArrayList<>();
        for (String step : text.substring(1).split("/", -1)) {
            steps.add(unescape(step, text));
        }
        return new Pointer(steps);
    }

    private static String unescape(String step, String path) {
        if (step.isEmpty()) {
            throw new IllegalArgumentException(
                    "the path \"" + path + "\" has an empty step: remove the \"/\" that is too many");
        }
        if (step.indexOf('~') < 0) {
            return step;
        }
        if (step.matches(".*~(?![01]).*")) {
            throw new IllegalArgumentException("the path \"" + path + "\" has a bare \"~\" in \"" + step
                    + "\": write \"~0\" for \"~\" and \"~1\" for \"/\"");
        }
        return step.replace("~1", "/").replace("~0", "~");
    }

    /** Write a key as a step of a pointer. */
    public static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** Give the node at this place, if there is one. */
    public Optional<Node> find(Node root) {
        Node node = root;
        for (String step : steps) {
            Optional<Node> next = child(node, step);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            node = next.get();
        }
        return Optional.of(node);
    }

    private static Optional<Node> child(Node node, String step) {
        if (node instanceof MapNode map) {
            return map.get(step);
        }
        if (node instanceof ListNode list) {
            List<Integer> found = ListStep.of(step).matches(list);
            return found.size() == 1 ? Optional.of(list.get(found.get(0))) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Give the pointer to the first so many steps. */
    Pointer first(int count) {
        return new Pointer(steps.subList(0, count));
    }

    String last() {
        return steps.get(steps.size() - 1);
    }

    /** Write the pointer as it can be read again. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        steps.forEach(step -> out.append('/').append(escape(step)));
        return out.toString();
    }
}
