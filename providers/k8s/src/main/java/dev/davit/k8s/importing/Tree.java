package dev.davit.k8s.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is far down in a tree; a number in a path is the place in a list. */
final class Tree {
    private Tree() {}

    static Optional<Node> at(Node node, String... path) {
        Node at = node;
        for (String step : path) {
            if (at instanceof MapNode map) {
                at = map.get(step).orElse(null);
            } else if (at instanceof ListNode list && step.matches("\\d+") && Integer.parseInt(step) < list.size()) {
                at = list.get(Integer.parseInt(step));
            } else {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(at);
    }

    /** Gives a scalar as text; empty where there is none. */
    static Optional<String> text(Node node, String... path) {
        return at(node, path)
                .filter(it -> it instanceof ScalarNode scalar && scalar.value() != null)
                .map(String::valueOf);
    }

    static Optional<Long> number(Node node, String... path) {
        return at(node, path)
                .filter(it -> it instanceof ScalarNode scalar && scalar.value() instanceof Long)
                .map(it -> (Long) ((ScalarNode) it).value());
    }

    static MapNode map(Node node, String... path) {
        return at(node, path)
                .filter(MapNode.class::isInstance)
                .map(MapNode.class::cast)
                .orElse(new MapNode(null));
    }

    /** Gives the maps of a list. */
    static List<MapNode> maps(Node node, String... path) {
        List<MapNode> maps = new ArrayList<>();
        at(node, path)
                .filter(ListNode.class::isInstance)
                .map(ListNode.class::cast)
                .ifPresent(list -> list.forEach(it -> {
                    if (it instanceof MapNode map) {
                        maps.add(map);
                    }
                }));
        return maps;
    }

    static List<String> texts(Node node, String... path) {
        List<String> texts = new ArrayList<>();
        at(node, path)
                .filter(ListNode.class::isInstance)
                .map(ListNode.class::cast)
                .ifPresent(list -> list.forEach(it -> texts.add(String.valueOf(it))));
        return texts;
    }

    /** Gives the map of a list that has a name. */
    static Optional<MapNode> named(List<MapNode> maps, String name) {
        return maps.stream()
                .filter(it -> it.getText("name").filter(name::equals).isPresent())
                .findFirst();
    }
}
