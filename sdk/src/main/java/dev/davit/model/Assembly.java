package dev.davit.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value.Derived;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/** Hold a whole definition, resolved for one stage: immutable and without any target. */
@Immutable
public abstract class Assembly {
    /** Give the stack's name: the definition's class name in lower-case words with dashes. */
    public abstract String name();

    /** Give the stage: {@code prod} unless asked for another. */
    public abstract String stage();

    /** Give the binary name of the definition's class. */
    public abstract String definition();

    /** Give the resources in the order in which the user created them. */
    public abstract List<Spec> specs();

    /** Give the outputs in the user's order. */
    public abstract List<Output> outputs();

    /** Give the placements; empty where the user left the target to the command line. */
    public abstract List<Placement> placements();

    /** Give the acknowledgements for the whole definition. */
    public abstract List<Acknowledgement> acknowledgements();

    /** Give what is wrong with the definition itself. */
    public abstract List<Problem> problems();

    /** Give which resource needs which, in order of the resources. */
    @Derived
    public List<Edge> edges() {
        return Edges.of(specs());
    }

    @Lazy
    Map<ResourceKey, Spec> byKey() {
        Map<ResourceKey, Spec> map = new LinkedHashMap<>();
        specs().forEach(spec -> map.put(spec.key(), spec));
        return map;
    }

    @Lazy
    Map<ResourceKey, List<Edge>> incoming() {
        return edges().stream().collect(groupingBy(Edge::to, toUnmodifiableList()));
    }

    @Lazy
    Map<ResourceKey, List<Edge>> outgoing() {
        return edges().stream().collect(groupingBy(Edge::from, toUnmodifiableList()));
    }

    /** Give the resource of a key, if there is one. */
    public Optional<Spec> spec(ResourceKey key) {
        return Optional.ofNullable(byKey().get(key));
    }

    /** Give the resource of a key, if there is one of that shape. */
    public <S extends Spec> Optional<S> spec(ResourceKey key, Class<S> shape) {
        return spec(key).filter(shape::isInstance).map(shape::cast);
    }

    /** Give the resources of a shape, in order. */
    public <S extends Spec> List<S> specs(Class<S> shape) {
        return specs().stream().filter(shape::isInstance).map(shape::cast).toList();
    }

    /** Give the edges to those that a resource needs. */
    public List<Edge> needs(ResourceKey from) {
        return outgoing().getOrDefault(from, List.of());
    }

    /** Give the edges from those that need a resource. */
    public List<Edge> neededBy(ResourceKey to) {
        return incoming().getOrDefault(to, List.of());
    }

    /**
     * Give the placement on a target. Where the user wrote none, one without settings that takes what no other placement
     * names.
     */
    public Placement placement(String target) {
        return placements().stream()
                .filter(it -> it.target().equals(target))
                .findFirst()
                .orElseGet(() -> Placement.of(target));
    }

    /**
     * Give the resources of a placement: those that it names, or all that no other one names; and the secrets, models and
     * groups of variables that they use.
     */
    public Set<ResourceKey> placed(Placement placement) {
        Set<ResourceKey> keys = new LinkedHashSet<>();
        specs().forEach(spec -> {
            if (places(placement, spec.key())) {
                keys.add(spec.key());
            }
        });
        specs().forEach(spec -> {
            if (spec.kind().isShared() && usedBy(spec.key(), keys)) {
                keys.add(spec.key());
            }
        });
        return Collections.unmodifiableSet(keys);
    }

    /** Give the placement that a resource goes to: the first that has it; none where the user wrote no placement for it. */
    public Optional<Placement> placementOf(ResourceKey key) {
        return Optional.ofNullable(placementByKey().get(key));
    }

    @Lazy
    Map<ResourceKey, Placement> placementByKey() {
        Map<ResourceKey, Placement> map = new LinkedHashMap<>();
        placements().forEach(placement -> placed(placement).forEach(key -> map.putIfAbsent(key, placement)));
        return map;
    }

    private boolean places(Placement placement, ResourceKey key) {
        if (!placement.named().isEmpty()) {
            return placement.named().contains(key);
        }
        return key.kind().isShared()
                ? neededBy(key).isEmpty()
                : placements().stream().noneMatch(it -> it.named().contains(key));
    }

    private boolean usedBy(ResourceKey shared, Set<ResourceKey> keys) {
        return neededBy(shared).stream()
                .anyMatch(edge ->
                        keys.contains(edge.from()) || edge.from().kind().isShared() && usedBy(edge.from(), keys));
    }

    /** Collect the parts of an assembly. */
    public static final class Builder extends ImmutableAssembly.Builder {}
}
