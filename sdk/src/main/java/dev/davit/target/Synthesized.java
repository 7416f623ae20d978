package dev.davit.target;

import dev.davit.model.DesiredObject;
import dev.davit.model.ResourceKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hold what a target made of a definition.
 *
 * @param files the files; their trees are shared with the objects
 * @param objects the objects that raw edits and rules see
 * @param portability the verdict on each resource that goes to the target
 */
public record Synthesized(
        List<OutputFile> files, List<DesiredObject> objects, Map<ResourceKey, Portability> portability) {
    public Synthesized {
        files = List.copyOf(files);
        objects = List.copyOf(objects);
        portability = Collections.unmodifiableMap(new LinkedHashMap<>(portability));
    }
}
