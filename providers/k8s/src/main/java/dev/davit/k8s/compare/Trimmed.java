package dev.davit.k8s.compare;

import dev.davit.document.MapNode;

/** Drop the managed fields of an object: they are half of its size, and read already. */
final class Trimmed {
    private Trimmed() {}

    static MapNode of(MapNode object) {
        object.getMap("metadata").ifPresent(it -> it.remove("managedFields"));
        return object;
    }
}
