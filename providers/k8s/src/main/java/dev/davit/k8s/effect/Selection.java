package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.List;
import java.util.Map;

/** Says which labels a selector selects. */
final class Selection {
    private Selection() {}

    /** Reads a selector of a Service: all of its labels; one without labels selects nothing. */
    static boolean byService(Node service, Map<String, String> labels) {
        Map<String, String> selector = Fields.words(service, "spec", "selector");
        return !selector.isEmpty() && labels.entrySet().containsAll(selector.entrySet());
    }

    /** Reads a {@code LabelSelector}; an empty one selects everything. */
    static boolean matches(MapNode selector, Map<String, String> labels) {
        return labels.entrySet()
                        .containsAll(Fields.words(selector, "matchLabels").entrySet())
                && Fields.list(selector, "matchExpressions").stream().allMatch(it -> holds(it, labels));
    }

    /** Reads one expression of a {@code LabelSelector} or a node selector. */
    static boolean holds(Node expression, Map<String, String> labels) {
        String value = labels.get(Fields.text(expression, "key").orElse(""));
        List<String> values = Fields.texts(expression, "values");
        switch (Fields.text(expression, "operator").orElse("")) {
            case "In":
                return value != null && values.contains(value);
            case "NotIn":
                return value == null || !values.contains(value);
            case "Exists":
                return value != null;
            case "DoesNotExist":
                return value == null;
            case "Gt":
                return compare(value, values) > 0;
            case "Lt":
                return compare(value, values) < 0;
            default:
                return false;
        }
    }

    private static int compare(String value, List<String> values) {
        try {
            return value == null || values.isEmpty()
                    ? 0
                    : Long.compare(Long.parseLong(value), Long.parseLong(values.get(0)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
