package dev.davit.model;

import dev.davit.document.MapNode;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold one object as a target is to have it.
 *
 * @param kind the target's word for it: {@code Deployment}, {@code web}
 * @param name the object's name
 * @param resource the resource that it stands for; empty for what serves the whole stack
 * @param tree what the object says; raw edits change it in place before rules see it
 */
public record DesiredObject(String kind, String name, Optional<ResourceKey> resource, MapNode tree) {
    public DesiredObject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(tree, "tree");
    }

    /** Write it as messages do: {@code Deployment/web}. */
    public String address() {
        return kind + "/" + name;
    }
}
