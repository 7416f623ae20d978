package dev.davit.source;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Write a node of a document as the Java that makes it again, keys in its order. */
public final class NodeCode {
    private NodeCode() {}

    /** Give the code of a value of {@code Raw.set} and the like. */
    public static Code of(Node node) {
        if (node instanceof ListNode list) {
            return list(list);
        }
        if (node instanceof MapNode map) {
            List<Code> entries = new ArrayList<>();
            map.entries().forEach((key, value) -> {
                entries.add(Code.quoted(key));
                entries.add(of(value));
            });
            return Code.call("Raw", "map", entries.toArray(Code[]::new));
        }
        return scalar(((ScalarNode) node).value());
    }

    /** A list of the language holds no null, and one null alone would be no list. */
    private static Code list(ListNode list) {
        boolean nulls = list.items().stream().anyMatch(NodeCode::isNull);
        List<Code> items = list.items().stream()
                .map(it -> isNull(it) ? Code.plain("(Object) null") : of(it))
                .toList();
        return nulls ? Code.call("Raw", "list", items.toArray(Code[]::new)) : Code.list(items);
    }

    private static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar && scalar.value() == null;
    }

    private static Code scalar(Object value) {
        if (value instanceof Long number) {
            return Code.plain(number == (int) (long) number ? String.valueOf(number) : number + "L");
        }
        if (value instanceof BigDecimal number) {
            double nearest = number.doubleValue();
            boolean exact =
                    Double.isFinite(nearest) && BigDecimal.valueOf(nearest).equals(number);
            return Code.plain(exact ? String.valueOf(nearest) : "new java.math.BigDecimal(\"" + number + "\")");
        }
        return value instanceof String text ? Code.quoted(text) : Code.plain(String.valueOf(value));
    }
}
