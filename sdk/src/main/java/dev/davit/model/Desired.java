package dev.davit.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Hold what one target is to have, finished: raw edits are in. */
public final class Desired {
    private final String target;
    private final Assembly assembly;
    private final Placement placement;
    private final Set<ResourceKey> placed;
    private final List<Spec> specs;
    private final List<DesiredObject> objects;
    private final Map<ResourceKey, List<DesiredObject>> byResource;

    /**
     * Put together what a target made.
     *
     * @param target the target's name
     * @param assembly the whole definition
     * @param placement the settings
     * @param placed the resources that go to the target
     * @param objects the objects
     */
    public Desired(
            String target,
            Assembly assembly,
            Placement placement,
            Set<ResourceKey> placed,
            List<DesiredObject> objects) {
        this.target = Objects.requireNonNull(target, "target");
        this.assembly = Objects.requireNonNull(assembly, "assembly");
        this.placement = Objects.requireNonNull(placement, "placement");
        this.placed = Objects.requireNonNull(placed, "placed");
        this.specs = assembly.specs().stream()
                .filter(it -> placed.contains(it.key()))
                .toList();
        this.objects = List.copyOf(objects);
        // Rules ask for each resource's objects; to search all of them each time is what a large stack would wait for.
        this.byResource = objects.stream()
                .filter(it -> it.resource().isPresent())
                .collect(groupingBy(it -> it.resource().orElseThrow(), toUnmodifiableList()));
    }

    /** Give the same without its objects, and so without most of its memory. */
    public Desired withoutObjects() {
        return new Desired(target, assembly, placement, placed, List.of());
    }

    /** Give the target's name. */
    public String target() {
        return target;
    }

    /** Give the whole definition. */
    public Assembly assembly() {
        return assembly;
    }

    /** Give the settings. */
    public Placement placement() {
        return placement;
    }

    /** Give the resources that go to the target. */
    public Set<ResourceKey> placed() {
        return placed;
    }

    /** Give the resources that go to the target, in order. */
    public List<Spec> specs() {
        return specs;
    }

    /** Give the resources of a shape that go to the target, in order. */
    public <S extends Spec> List<S> specs(Class<S> shape) {
        return specs.stream().filter(shape::isInstance).map(shape::cast).toList();
    }

    /** Give the objects. */
    public List<DesiredObject> objects() {
        return objects;
    }

    /** Give the objects that a resource became. */
    public List<DesiredObject> objects(ResourceKey resource) {
        return byResource.getOrDefault(resource, List.of());
    }
}
