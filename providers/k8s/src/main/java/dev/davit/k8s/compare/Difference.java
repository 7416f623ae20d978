package dev.davit.k8s.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Find the fields in which two objects differ.
 *
 * <p>Which lists have keys, and which are sets, is taken from the managed fields of both objects: there the server itself has
 * written it down, for custom resources, too. A list that they do not divide is one value.
 */
final class Difference {
    /** A variable's value may name those before it as {@code $(NAME)}, and init containers run one after the other. */
    private static final Set<Part> ORDERED = Set.of(new Part.Name("env"), new Part.Name("initContainers"));

    private final List<Delta> deltas = new ArrayList<>();

    private Difference() {}

    /** Compare; the shape is what anyone owns in either of them. */
    static List<Delta> between(Node before, Node after, FieldSet shape) {
        Difference difference = new Difference();
        difference.compare(Path.ROOT, Optional.of(before), Optional.of(after), shape);
        return difference.deltas;
    }

    /** Give each field of an object as one that comes. */
    static List<Delta> creation(Node after, FieldSet shape) {
        return between(new MapNode(null), after, shape);
    }

    private void compare(Path path, Optional<Node> before, Optional<Node> after, FieldSet shape) {
        if (isMaps(before, after)) {
            maps(path, before, after, shape);
        } else if (isLists(before, after) && !shape.keys().isEmpty()) {
            Map<Part, Node> was = keyed(before, shape.keys());
            Map<Part, Node> is = keyed(after, shape.keys());
            items(path, was, is, shape);
            order(path, was, is);
        } else if (isLists(before, after) && shape.isSet()) {
            items(path, values(before), values(after), shape);
        } else if (before.isEmpty() || after.isEmpty() || !Same.values(before.get(), after.get())) {
            add(path, before, after);
        }
    }

    /** An empty map or null that comes or goes beside nothing says nothing else. */
    private void add(Path path, Optional<Node> before, Optional<Node> after) {
        if (before.filter(Difference::says).isPresent()
                || after.filter(Difference::says).isPresent()) {
            deltas.add(new Delta(path, before, after));
        }
    }

    private static boolean says(Node node) {
        return !(node instanceof ScalarNode scalar && scalar.value() == null);
    }

    private static boolean isMaps(Optional<Node> before, Optional<Node> after) {
        return is(MapNode.class, before, after) && (isFull(before) || isFull(after));
    }

    private static boolean isLists(Optional<Node> before, Optional<Node> after) {
        return is(ListNode.class, before, after);
    }

    private static boolean is(Class<?> type, Optional<Node> before, Optional<Node> after) {
        return before.or(() -> after).isPresent()
                && before.map(type::isInstance).orElse(true)
                && after.map(type::isInstance).orElse(true);
    }

    private static boolean isFull(Optional<Node> map) {
        return map.filter(it -> !((MapNode) it).isEmpty()).isPresent();
    }

    private void maps(Path path, Optional<Node> before, Optional<Node> after, FieldSet shape) {
        Set<String> names = new LinkedHashSet<>();
        before.ifPresent(it -> names.addAll(((MapNode) it).entries().keySet()));
        after.ifPresent(it -> names.addAll(((MapNode) it).entries().keySet()));
        for (String name : names) {
            Part part = new Part.Name(name);
            compare(path.then(part), entry(before, name), entry(after, name), shape.below(part));
        }
    }

    private static Optional<Node> entry(Optional<Node> map, String name) {
        return map.flatMap(it -> ((MapNode) it).get(name));
    }

    private void items(Path path, Map<Part, Node> before, Map<Part, Node> after, FieldSet shape) {
        Set<Part> parts = new LinkedHashSet<>(before.keySet());
        parts.addAll(after.keySet());
        for (Part part : parts) {
            compare(
                    path.then(part),
                    Optional.ofNullable(before.get(part)),
                    Optional.ofNullable(after.get(part)),
                    shape.below(part));
        }
    }

    /** Items with keys are told apart by these, and in most lists their order says nothing. */
    private void order(Path path, Map<Part, Node> before, Map<Part, Node> after) {
        if (path.parts().stream()
                .reduce((some, last) -> last)
                .filter(ORDERED::contains)
                .isEmpty()) {
            return;
        }
        List<Part> was = before.keySet().stream().filter(after::containsKey).toList();
        List<Part> is = after.keySet().stream().filter(before::containsKey).toList();
        if (!was.equals(is)) {
            deltas.add(new Delta(path, Optional.of(order(was)), Optional.of(order(is))));
        }
    }

    private static Node order(List<Part> items) {
        String names = items.stream()
                .map(Part::text)
                .map(it -> it.substring(1, it.length() - 1))
                .collect(Collectors.joining(", "));
        return Node.of("order " + names, null);
    }

    /** An item without one of the keys is told apart by those that it has; the server fills in the others. */
    static Map<Part, Node> keyed(Optional<Node> list, List<String> keys) {
        Map<Part, Node> items = new LinkedHashMap<>();
        list.ifPresent(it -> ((ListNode) it).forEach(item -> {
            MapNode key = new MapNode(null);
            keys.forEach(name -> {
                if (item instanceof MapNode map) {
                    map.get(name).ifPresent(value -> key.put(name, value));
                }
            });
            items.put(new Part.Key(key), item);
        }));
        return items;
    }

    private static Map<Part, Node> values(Optional<Node> list) {
        Map<Part, Node> items = new LinkedHashMap<>();
        list.ifPresent(it -> ((ListNode) it).forEach(item -> items.put(new Part.Value(item), item)));
        return items;
    }
}
