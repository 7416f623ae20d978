package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Put labels in place of secret values: equal values have equal labels, so that a changed one shows. */
final class Mask {
    private static final Path DATA = Path.of("data");
    private static final Path TEXTS = Path.of("stringData");
    private static final Path LAST_APPLIED = Path.of("metadata", "annotations", Noise.LAST_APPLIED);

    private final Map<Node, Integer> seen = new HashMap<>();

    /** Give a value as it may be shown. */
    Node shown(String kind, Path path, Node value) {
        if (path.startsWith(LAST_APPLIED) || kind.equals("Secret") && isData(path)) {
            return masked(value);
        }
        if (kind.equals("Secret") && value instanceof MapNode map) {
            MapNode shown = new MapNode(null);
            map.entries().forEach((name, below) -> shown.put(name, shown(kind, path.then(new Part.Name(name)), below)));
            return shown;
        }
        return value;
    }

    Optional<Node> shown(String kind, Path path, Optional<Node> value) {
        return value.map(it -> shown(kind, path, it));
    }

    private static boolean isData(Path path) {
        return path.startsWith(DATA) || path.startsWith(TEXTS);
    }

    private Node masked(Node value) {
        if (value instanceof MapNode map) {
            MapNode masked = new MapNode(null);
            map.entries().forEach((name, below) -> masked.put(name, masked(below)));
            return masked;
        }
        int number = seen.computeIfAbsent(value, it -> seen.size() + 1);
        return ScalarNode.of("(secret v#" + number + ")", null);
    }
}
