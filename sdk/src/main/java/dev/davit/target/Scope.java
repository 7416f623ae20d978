package dev.davit.target;

import dev.davit.model.Assembly;
import dev.davit.model.Placement;
import dev.davit.model.ResourceKey;
import dev.davit.model.Spec;
import java.util.List;
import java.util.Set;

/**
 * Say what a target is asked to synthesize.
 *
 * @param assembly the whole definition
 * @param placement the target's settings
 * @param placed the resources that go to the target
 * @param images the images of what was built from sources
 */
public record Scope(Assembly assembly, Placement placement, Set<ResourceKey> placed, Images images) {
    /** Take what a definition places on a target. */
    public static Scope of(Assembly assembly, String target, Images images) {
        Placement placement = assembly.placement(target);
        return new Scope(assembly, placement, assembly.placed(placement), images);
    }

    /** Give the resources that go to the target, in order. */
    public List<Spec> specs() {
        return assembly.specs().stream().filter(it -> holds(it.key())).toList();
    }

    /** Say whether a resource goes to the target. */
    public boolean holds(ResourceKey key) {
        return placed.contains(key);
    }
}
