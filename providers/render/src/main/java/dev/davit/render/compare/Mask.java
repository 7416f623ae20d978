package dev.davit.render.compare;

import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.util.HashMap;
import java.util.Map;

/** Puts labels in the place of values that may be secret; equal values have equal labels, so that a changed one shows. */
final class Mask {
    private static final String MARK = "(secret v#";

    private final Map<String, Integer> seen = new HashMap<>();

    synchronized Node of(String value) {
        return ScalarNode.of(MARK + seen.computeIfAbsent(value, it -> seen.size() + 1) + ")", null);
    }

    /** Gives a value without its number, if it is masked. */
    static Node plain(Node shown) {
        return shown instanceof ScalarNode && shown.toString().startsWith(MARK)
                ? ScalarNode.of("(secret)", null)
                : shown;
    }
}
