package dev.davit.k8s.effect;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import dev.davit.plan.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads fields of objects; what is missing or of another type is not there. */
final class Fields {
    private Fields() {}

    static Optional<Node> at(Node from, String... path) {
        Optional<Node> at = Optional.of(from);
        for (String step : path) {
            at = at.filter(MapNode.class::isInstance).flatMap(node -> ((MapNode) node).get(step));
        }
        return at.filter(node -> !(node instanceof ScalarNode scalar && scalar.value() == null));
    }

    static Optional<String> text(Node from, String... path) {
        return at(from, path)
                .map(node -> node instanceof ScalarNode scalar && scalar.value() instanceof String text ? text : null);
    }

    static Optional<Long> number(Node from, String... path) {
        return at(from, path)
                .map(node ->
                        node instanceof ScalarNode scalar && scalar.value() instanceof Long number ? number : null);
    }

    static boolean isTrue(Node from, String... path) {
        return at(from, path).filter(ScalarNode.of(true, null)::equals).isPresent();
    }

    /** Gives a map; an empty one where there is none. */
    static MapNode map(Node from, String... path) {
        return at(from, path)
                .filter(MapNode.class::isInstance)
                .map(MapNode.class::cast)
                .orElseGet(() -> new MapNode(null));
    }

    /** Gives the items of a list; none where there is no list. */
    static List<Node> list(Node from, String... path) {
        return at(from, path)
                .filter(ListNode.class::isInstance)
                .map(node -> ((ListNode) node).items())
                .orElse(List.of());
    }

    /** Gives the items that are text. */
    static List<String> texts(Node from, String... path) {
        return list(from, path).stream().flatMap(node -> text(node).stream()).toList();
    }

    /** Gives what is text, a number or a boolean, as text. */
    static Optional<String> word(Node from, String... path) {
        return at(from, path).filter(ScalarNode.class::isInstance).map(Node::toString);
    }

    /** Gives labels, and whatever else is text by name. */
    static TreeMap<String, String> words(Node from, String... path) {
        TreeMap<String, String> words = new TreeMap<>();
        map(from, path).entries().forEach((key, node) -> text(node).ifPresent(text -> words.put(key, text)));
        return words;
    }

    static String name(Node object) {
        return text(object, "metadata", "name").orElse("");
    }

    static String namespace(Node object) {
        return text(object, "metadata", "namespace").orElse("");
    }

    static ObjectKey key(Node object) {
        return new ObjectKey(KindName.of(object), namespace(object), name(object));
    }
}
