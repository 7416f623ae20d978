package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.Kind;
import dev.davit.k8s.cluster.Kinds;
import dev.davit.model.DesiredObject;
import dev.davit.plan.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Prepare wanted objects for comparing. */
final class Subjects {
    private static final Set<String> SCALERS = Set.of("HorizontalPodAutoscaler.autoscaling", "ScaledObject.keda.sh");

    private final Supplier<Kinds> kinds;

    /**
     * Prepare.
     *
     * @param kinds gives the kinds as they are known by then: of one that is taken on trust more is known when its objects were listed
     */
    Subjects(Supplier<Kinds> kinds) {
        this.kinds = kinds;
    }

    /** Normalise; a kind that the server does not have counts as one with namespaces where the object names one. */
    List<MapNode> normal(List<DesiredObject> wanted) {
        return wanted.stream().map(it -> normal(it.tree())).toList();
    }

    private MapNode normal(MapNode tree) {
        boolean namespaced =
                kind(tree).map(Kind::namespaced).orElse(!Objects.namespace(tree).isEmpty());
        return Normal.of(tree, namespaced);
    }

    private Optional<Kind> kind(MapNode tree) {
        return kinds.get().find(Objects.text(tree, "apiVersion"), Objects.text(tree, "kind"));
    }

    /** Join objects with where they come from; both lists have one order. */
    List<Subject> of(List<DesiredObject> sources, List<MapNode> trees) {
        Map<ObjectKey, ObjectKey> scalers = scalers(trees);
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < trees.size(); i++) {
            MapNode tree = trees.get(i);
            Optional<ObjectKey> scaler = Optional.ofNullable(scalers.get(Objects.key(tree)));
            if (scaler.isPresent()) {
                tree = tree.copy();
                tree.getMap("spec").ifPresent(spec -> spec.remove("replicas"));
            }
            subjects.add(new Subject(sources.get(i), tree, kind(tree), scaler));
        }
        return subjects;
    }

    private static Map<ObjectKey, ObjectKey> scalers(List<MapNode> trees) {
        Map<ObjectKey, ObjectKey> scalers = new HashMap<>();
        trees.stream()
                .filter(it -> SCALERS.contains(Objects.kind(it)))
                .forEach(it -> scalers.put(target(it), Objects.key(it)));
        return scalers;
    }

    private static ObjectKey target(MapNode scaler) {
        MapNode aim =
                scaler.getMap("spec").flatMap(it -> it.getMap("scaleTargetRef")).orElse(new MapNode(null));
        String version = aim.getText("apiVersion").orElse("apps/v1");
        MapNode named = new MapNode(null)
                .put("apiVersion", version)
                .put("kind", aim.getText("kind").orElse("Deployment"));
        return new ObjectKey(
                Objects.kind(named),
                Objects.namespace(scaler),
                aim.getText("name").orElse(""));
    }
}
