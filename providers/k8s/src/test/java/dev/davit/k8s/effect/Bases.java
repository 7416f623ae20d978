package dev.davit.k8s.effect;

import dev.davit.document.DocumentReader;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.nio.file.Path;

/** Gives the objects that cases start from, and puts differences on them. */
final class Bases {
    static final Path RESOURCES = Path.of("src/test/resources/dev/davit/k8s/effect");

    private static final MapNode ALL =
            (MapNode) DocumentReader.read(RESOURCES.resolve("bases.yaml")).get(0);

    private Bases() {}

    static MapNode named(String name) {
        return ALL.getMap(name)
                .orElseThrow(() -> new AssertionError("no base " + name))
                .copy();
    }

    /** Makes an object of YAML: differences from a base. */
    static MapNode made(String base, String differences) {
        return with(named(base), read(differences));
    }

    static MapNode read(String differences) {
        return (MapNode) DocumentReader.read("differences", differences).get(0);
    }

    /** Reads a name of a base, or a map with {@code base} and differences from it. */
    static MapNode of(Node node) {
        if (node instanceof ScalarNode name) {
            return named(String.valueOf(name.value()));
        }
        MapNode differences = ((MapNode) node).copy();
        String base = differences.getText("base").orElseThrow();
        differences.remove("base");
        return with(named(base), differences);
    }

    /** Puts differences on an object: maps key by key, lists item by item as far as the new one goes; null takes away. */
    static MapNode with(MapNode object, Node differences) {
        return (MapNode) merged(object, differences);
    }

    private static Node merged(Node object, Node differences) {
        if (object instanceof MapNode old && differences instanceof MapNode news) {
            MapNode result = old.copy();
            news.entries().forEach((key, value) -> {
                if (value instanceof ScalarNode scalar && scalar.value() == null) {
                    result.remove(key);
                } else {
                    result.put(key, old.get(key).map(it -> merged(it, value)).orElse(value));
                }
            });
            return result;
        }
        if (object instanceof ListNode old && differences instanceof ListNode news) {
            ListNode result = new ListNode(null);
            for (int i = 0; i < news.size(); i++) {
                result.add(i < old.size() ? merged(old.get(i), news.get(i)) : news.get(i));
            }
            return result;
        }
        return differences;
    }
}
