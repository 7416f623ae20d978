package dev.davit.plan;

import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import dev.davit.model.Edge;
import dev.davit.model.ResourceKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Hold what a stack is to have at a place: all that a plan, a later check of it, and a rollback need of a definition.
 *
 * @param stack the stack's name
 * @param stage the stage
 * @param target the target's name
 * @param scope the part of the place where the stack is at home, such as a namespace; empty where the target has no parts
 * @param objects the objects, without secret values
 * @param needs which resource can only start when others are ready
 */
public record Wanted(
        String stack,
        String stage,
        String target,
        Optional<String> scope,
        List<DesiredObject> objects,
        Map<ResourceKey, Set<ResourceKey>> needs) {
    public Wanted {
        Objects.requireNonNull(stack, "stack");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(scope, "scope");
        objects = List.copyOf(objects);
        needs = Collections.unmodifiableMap(new LinkedHashMap<>(needs));
    }

    /** Take it from a definition, at home in a part of the place. */
    public static Wanted of(Desired desired, Optional<String> scope) {
        Map<ResourceKey, Set<ResourceKey>> needs = new LinkedHashMap<>();
        desired.assembly().edges().stream()
                .filter(Edge::orders)
                .forEach(edge -> needs.computeIfAbsent(edge.from(), key -> new LinkedHashSet<>())
                        .add(edge.to()));
        return new Wanted(
                desired.assembly().name(),
                desired.assembly().stage(),
                desired.target(),
                scope,
                desired.objects(),
                needs);
    }

    /** Give the same with other objects. */
    public Wanted with(List<DesiredObject> others) {
        return new Wanted(stack, stage, target, scope, others, needs);
    }

    /** Take what a definition has for several targets as one. */
    public static Wanted of(List<Wanted> parts) {
        Wanted first = parts.get(0);
        Map<ResourceKey, Set<ResourceKey>> needs = new LinkedHashMap<>();
        parts.forEach(part -> part.needs()
                .forEach((key, all) ->
                        needs.computeIfAbsent(key, it -> new LinkedHashSet<>()).addAll(all)));
        return new Wanted(
                first.stack(),
                first.stage(),
                Place.target(parts.stream().map(Wanted::target).toList()),
                parts.stream().flatMap(it -> it.scope().stream()).findFirst(),
                parts.stream().flatMap(it -> it.objects().stream()).toList(),
                needs);
    }

    /** Give the part that is for one of several targets. */
    public Wanted part(String of, Predicate<DesiredObject> which) {
        return new Wanted(
                stack, stage, of, scope, objects.stream().filter(which).toList(), needs);
    }

    /** Take nothing: all that the stack has is to go. */
    public static Wanted nothing(String stack, String stage, String target) {
        return new Wanted(stack, stage, target, Optional.empty(), List.of(), Map.of());
    }

    /**
     * Find the first object into which a raw edit wrote the value of a secret. Such a definition can be applied, but neither
     * kept nor come back to: values are masked wherever it is written down.
     */
    public Optional<DesiredObject> literalSecret() {
        return LiteralSecrets.first(this);
    }

    /** Without the objects: a raw edit may have written the value of a secret into one. */
    @Override
    public String toString() {
        return stack + "/" + stage + " on " + target + ", " + objects.size() + " objects";
    }
}
