package dev.davit.model;

import java.util.List;
import java.util.Set;

/**
 * Hold what one target is to have, finished: raw edits are in.
 *
 * @param target the target's name
 * @param assembly the whole definition
 * @param placement the settings
 * @param placed the resources that go to the target
 * @param objects the objects
 */
public record Desired(
        String target, Assembly assembly, Placement placement, Set<ResourceKey> placed, List<DesiredObject> objects) {
    public Desired {
        objects = List.copyOf(objects);
    }

    /** Give the resources that go to the target, in order. */
    public List<Spec> specs() {
        return assembly.specs().stream().filter(it -> placed.contains(it.key())).toList();
    }

    /** Give the resources of a shape that go to the target, in order. */
    public <S extends Spec> List<S> specs(Class<S> shape) {
        return specs().stream().filter(shape::isInstance).map(shape::cast).toList();
    }

    /** Give the objects that a resource became. */
    public List<DesiredObject> objects(ResourceKey resource) {
        return objects.stream()
                .filter(it -> it.resource().filter(resource::equals).isPresent())
                .toList();
    }
}
