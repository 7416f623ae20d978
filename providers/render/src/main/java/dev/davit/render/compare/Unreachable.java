package dev.davit.render.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what a Blueprint says of a thing and Render's API has no word for: {@code initialDeployHook}, {@code previews.plan}. */
final class Unreachable {
    /** Names of what is no property and compared all the same. */
    private static final Set<String> OTHERS = Set.of(
            Builds.DEPLOY,
            "type",
            "name",
            "envVars",
            "scaling",
            "domains",
            "readReplicas",
            Projects.PROJECT,
            Projects.ENVIRONMENT,
            "environments");

    private final Set<String> known = new TreeSet<>();
    private final Set<String> found = new TreeSet<>();

    private Unreachable(String kind, MapNode tree) {
        Property.of(kind).stream().filter(it -> it.fits(tree)).forEach(it -> known.add(it.path()));
        if (kind.equals("static")) {
            known.addAll(Set.of("headers", "routes", "runtime"));
        }
    }

    /** Says it in a sentence; nothing if all can be reached. */
    static Optional<String> words(String kind, MapNode tree) {
        Unreachable unreachable = new Unreachable(kind, tree);
        unreachable.collect("", tree);
        variables(tree).stream()
                .filter(it -> it.has("previewValue"))
                .forEach(it -> unreachable.found.add("previewValue"));
        return unreachable.found.isEmpty()
                ? Optional.empty()
                : Optional.of("Render's API has no " + String.join(", ", unreachable.found)
                        + ": only a sync of render.yaml sets that");
    }

    private void collect(String before, MapNode map) {
        map.entries().forEach((key, value) -> {
            String path = before + key;
            if (known.contains(path) || before.isEmpty() && OTHERS.contains(key)) {
                return;
            }
            if (value instanceof MapNode inner && known.stream().anyMatch(it -> it.startsWith(path + "."))) {
                collect(path + ".", inner);
            } else {
                found.add(path);
            }
        });
    }

    private static List<MapNode> variables(MapNode tree) {
        return tree.getList("envVars").map(ListNode::items).orElse(List.of()).stream()
                .map((Node it) -> (MapNode) it)
                .toList();
    }
}
