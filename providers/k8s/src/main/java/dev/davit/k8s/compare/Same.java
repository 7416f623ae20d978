package dev.davit.k8s.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.math.BigDecimal;

/** Compare nodes by what they say: 1 and 1.0 are the same number. */
final class Same {
    private Same() {}

    static boolean values(Node one, Node other) {
        if (one == other) {
            return true;
        }
        if (one instanceof ScalarNode a && other instanceof ScalarNode b) {
            return scalars(a.value(), b.value());
        }
        if (one instanceof ListNode a && other instanceof ListNode b) {
            return lists(a, b);
        }
        return one instanceof MapNode a && other instanceof MapNode b && maps(a, b);
    }

    private static boolean scalars(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return new BigDecimal(x.toString()).compareTo(new BigDecimal(y.toString())) == 0;
        }
        return a == null ? b == null : a.equals(b);
    }

    private static boolean lists(ListNode a, ListNode b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!values(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean maps(MapNode a, MapNode b) {
        return a.entries().size() == b.entries().size()
                && a.entries().entrySet().stream()
                        .allMatch(it -> b.get(it.getKey())
                                .filter(there -> values(it.getValue(), there))
                                .isPresent());
    }
}
