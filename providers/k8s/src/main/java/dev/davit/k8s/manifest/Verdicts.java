package dev.davit.k8s.manifest;

import dev.davit.model.ResourceKey;
import dev.davit.target.Portability;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Collects how well the cluster does what each resource asks for; the worst counts, with all reasons of that grade. */
final class Verdicts {
    private final Map<ResourceKey, Set<Portability>> byResource = new LinkedHashMap<>();

    void exact(ResourceKey key) {
        byResource.computeIfAbsent(key, it -> new LinkedHashSet<>());
    }

    void emulated(ResourceKey key, String how) {
        add(key, Portability.emulated(how));
    }

    void impossible(ResourceKey key, String why, String wayOut) {
        add(key, Portability.impossible(why, wayOut));
    }

    private void add(ResourceKey key, Portability verdict) {
        byResource.computeIfAbsent(key, it -> new LinkedHashSet<>()).add(verdict);
    }

    Portability of(ResourceKey key) {
        return byResource.getOrDefault(key, Set.of()).stream().reduce(Portability.EXACT, Portability::and);
    }
}
