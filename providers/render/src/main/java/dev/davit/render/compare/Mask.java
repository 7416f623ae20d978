package dev.davit.render.compare;

import dev.davit.document.Node;
import dev.davit.document.NodeDigest;
import dev.davit.document.ScalarNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Puts labels in the place of values that may be secret; equal values have equal labels, so that a changed one shows. */
final class Mask {
    private static final String MARK = "(secret v#";

    /** Twelve bits: a changed value shows in all but one case of four thousand, and of a secret they tell next to nothing. */
    private static final int TRACE = 3;

    private final Map<String, Node> labels = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();

    synchronized Node of(String value) {
        return labels.computeIfAbsent(value, it -> {
            String label = MARK + (labels.size() + 1) + ")";
            values.put(label, value);
            return ScalarNode.of(label, null);
        });
    }

    /** Gives what tells a value from another one in a plan that is kept; the label does not, it is given anew by each comparison. */
    synchronized String trace(Optional<Node> shown) {
        if (shown.isEmpty()) {
            return "none";
        }
        Node node = shown.get();
        String text = node.toString();
        Node value = node instanceof ScalarNode ? ScalarNode.of(values.getOrDefault(text, text), null) : node;
        return trace(value);
    }

    /** Gives the same for all that was read of a thing. */
    static String trace(Node value) {
        return NodeDigest.of(value).substring(0, TRACE);
    }
}
