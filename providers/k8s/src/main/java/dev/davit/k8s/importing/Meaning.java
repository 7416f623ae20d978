package dev.davit.k8s.importing;

import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Pointer;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gives what objects say as values by path. The order of keys does not count, that of lists does. */
final class Meaning {
    private final SortedMap<String, String> values = new TreeMap<>();

    /** Adds an object; what it does not say of its own namespace is said by its place. */
    void add(String path, MapNode tree) {
        MapNode copy = new MapNode(null);
        tree.entries().forEach((key, value) -> copy.put(key, key.equals("metadata") ? withoutPlace(value) : value));
        values(path, copy);
    }

    private static Node withoutPlace(Node metadata) {
        if (!(metadata instanceof MapNode map)) {
            return metadata;
        }
        MapNode copy = new MapNode(null);
        map.entries().forEach((key, value) -> {
            if (!key.equals("namespace")) {
                copy.put(key, value);
            }
        });
        return copy;
    }

    private void values(String path, Node node) {
        if (node instanceof MapNode map && !map.isEmpty()) {
            map.entries().forEach((key, value) -> values(path + "/" + Pointer.escape(key), value));
        } else if (node instanceof ListNode list && list.size() > 0) {
            for (int i = 0; i < list.size(); i++) {
                values(path + "/" + i, list.get(i));
            }
        } else {
            values.put(path, Json.compact(node));
        }
    }

    SortedMap<String, String> values() {
        return values;
    }
}
