package dev.davit.target;

import dev.davit.model.Desired;
import dev.davit.model.ResourceKey;
import java.util.List;
import java.util.Map;

/**
 * Hold what synth made for one target.
 *
 * @param desired the objects, with raw edits in, every node with its origin
 * @param portability the verdict on each resource that goes to the target
 * @param artifacts the files; paths start with the target's name
 */
public record TargetOutput(Desired desired, Map<ResourceKey, Portability> portability, List<Artifact> artifacts) {
    public TargetOutput {
        artifacts = List.copyOf(artifacts);
    }

    /** Give the target's name. */
    public String target() {
        return desired.target();
    }
}
