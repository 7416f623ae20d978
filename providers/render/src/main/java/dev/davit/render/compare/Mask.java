package dev.davit.render.compare;

import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.util.HashMap;
import java.util.Map;

/** Puts labels in the place of values that may be secret; equal values have equal labels, so that a changed one shows. */
final class Mask {
    private final Map<String, Integer> seen = new HashMap<>();

    synchronized Node of(String value) {
        return ScalarNode.of("(secret v#" + seen.computeIfAbsent(value, it -> seen.size() + 1) + ")", null);
    }
}
