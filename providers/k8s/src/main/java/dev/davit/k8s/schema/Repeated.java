package dev.davit.k8s.schema;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Find items of a list that the server cannot tell apart. */
final class Repeated {
    private Repeated() {}

    static void values(ListNode list, Place place, Findings findings) {
        Map<Node, Integer> first = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            Integer before = first.putIfAbsent(list.get(i), i);
            if (before != null) {
                findings.add(place.child(i, list.get(i)), "repeats item " + before + ": the list is a set");
            }
        }
    }

    static void keys(ListNode list, List<Type.Key> keys, Place place, Findings findings) {
        String names = keys.stream().map(key -> '"' + key.field() + '"').collect(Collectors.joining(" and "));
        Map<List<Object>, Integer> first = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof MapNode map) {
                Integer before = first.putIfAbsent(identity(map, keys), i);
                if (before != null) {
                    findings.add(
                            place.child(i, map), "repeats item " + before + ": " + names + " must tell items apart");
                }
            }
        }
    }

    private static List<Object> identity(MapNode map, List<Type.Key> keys) {
        return keys.stream().map(key -> identity(map, key)).collect(Collectors.toList());
    }

    private static Object identity(MapNode map, Type.Key key) {
        Object value = map.get(key.field())
                .map(node -> node instanceof ScalarNode scalar ? scalar.value() : node)
                .orElse(null);
        if (value != null) {
            return value;
        }
        // A key that has no default and is missing is its own finding; items without it do not repeat each other.
        return key.absent() == null ? new Object() : key.absent();
    }
}
