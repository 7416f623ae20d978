package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.plan.ObjectKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hold what stands around a change: the stack's own objects, live and predicted, and complete lists of those kinds that were
 * read. A kind that was not read is unknown, never absent.
 *
 * <p>{@link Effects#reads} names the kinds that a set of transitions needs; what cannot be read, for want of rights, is left
 * out, and the effects say so.
 */
public final class ClusterFacts {
    private final Map<ObjectKey, MapNode> live;
    private final Map<ObjectKey, MapNode> predicted;
    private final Map<String, List<MapNode>> complete;
    private Optional<Nodes> nodes;

    private ClusterFacts(
            Map<ObjectKey, MapNode> live, Map<ObjectKey, MapNode> predicted, Map<String, List<MapNode>> complete) {
        this.live = live;
        this.predicted = predicted;
        this.complete = complete;
    }

    /** Hold a stack: all its objects, those that do not change, too. */
    public static ClusterFacts of(Collection<Transition> stack) {
        Map<ObjectKey, MapNode> live = new LinkedHashMap<>();
        Map<ObjectKey, MapNode> predicted = new LinkedHashMap<>();
        for (Transition one : stack) {
            one.live().ifPresent(tree -> live.put(one.key(), tree));
            one.predicted().ifPresent(tree -> predicted.put(one.key(), tree));
        }
        return new ClusterFacts(live, predicted, Map.of());
    }

    /**
     * Add all live objects of a kind: those of the stack's namespace, or of the cluster for kinds without namespace and for
     * pods.
     *
     * @param kind as in {@link ObjectKey#kind}: {@code Node}, {@code StatefulSet.apps}
     * @param objects the items of the list; they need neither {@code kind} nor {@code apiVersion}
     */
    public ClusterFacts with(String kind, List<MapNode> objects) {
        Map<String, List<MapNode>> more = new LinkedHashMap<>(complete);
        more.put(kind, List.copyOf(objects));
        return new ClusterFacts(live, predicted, more);
    }

    /** Give the nodes with their pods, where both were read; a list without any says that nobody shows them. */
    synchronized Optional<Nodes> nodes() {
        if (nodes == null) {
            nodes = all(KindName.NODE)
                    .filter(it -> !it.isEmpty())
                    .flatMap(all -> all(KindName.POD).map(pods -> new Nodes(all, pods)));
        }
        return nodes;
    }

    /** Say whether all live objects of a kind are known. */
    boolean knows(String kind) {
        return complete.containsKey(kind);
    }

    /** Give the live objects of a kind that are known, whether or not that is all of them. */
    List<MapNode> live(String kind, String namespace) {
        Map<String, MapNode> byName = new LinkedHashMap<>();
        complete.getOrDefault(kind, List.of()).stream()
                .filter(tree -> Fields.namespace(tree).equals(namespace))
                .forEach(tree -> byName.put(Fields.name(tree), tree));
        of(live, kind, namespace).forEach(tree -> byName.putIfAbsent(Fields.name(tree), tree));
        return List.copyOf(byName.values());
    }

    /** Give the live objects of a kind in all namespaces that were read. */
    Optional<List<MapNode>> all(String kind) {
        return Optional.ofNullable(complete.get(kind));
    }

    /** Give the stack's objects of a kind as they will be. */
    List<MapNode> predicted(String kind, String namespace) {
        return of(predicted, kind, namespace);
    }

    Optional<MapNode> live(ObjectKey key) {
        return named(live(key.kind(), key.scope()), key.name());
    }

    Optional<MapNode> predicted(ObjectKey key) {
        return Optional.ofNullable(predicted.get(key));
    }

    /** Give the objects of a kind as they will be: the stack's predicted ones, and live ones that are not the stack's. */
    List<MapNode> after(String kind, String namespace) {
        List<MapNode> after = new ArrayList<>(predicted(kind, namespace));
        live(kind, namespace).stream()
                .filter(tree -> !live.containsKey(new ObjectKey(kind, namespace, Fields.name(tree))))
                .filter(tree -> !predicted.containsKey(new ObjectKey(kind, namespace, Fields.name(tree))))
                .forEach(after::add);
        return after;
    }

    private static Optional<MapNode> named(List<MapNode> objects, String name) {
        return objects.stream().filter(tree -> Fields.name(tree).equals(name)).findFirst();
    }

    private static List<MapNode> of(Map<ObjectKey, MapNode> objects, String kind, String namespace) {
        return objects.entrySet().stream()
                .filter(it ->
                        it.getKey().kind().equals(kind) && it.getKey().scope().equals(namespace))
                .map(Map.Entry::getValue)
                .toList();
    }
}
