package dev.davit.render.blueprint;

import dev.davit.check.Finding;
import dev.davit.check.Report;
import dev.davit.check.Severity;
import dev.davit.model.ResourceKey;
import dev.davit.target.Portability;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Collects what Render does otherwise than asked: verdicts on resources, and findings. */
final class Notes {
    private final Consumer<Finding> findings;
    private final Map<ResourceKey, Set<Portability>> verdicts = new LinkedHashMap<>();

    Notes(Consumer<Finding> findings) {
        this.findings = findings;
    }

    Report error(String id) {
        return new Report(id, Severity.ERROR, "render", findings);
    }

    Report warning(String id) {
        return new Report(id, Severity.WARNING, "render", findings);
    }

    Report info(String id) {
        return new Report(id, Severity.INFO, "render", findings);
    }

    void emulated(ResourceKey resource, String how) {
        judge(resource, Portability.emulated(how));
    }

    void impossible(ResourceKey resource, String why, String wayOut) {
        judge(resource, Portability.impossible(why, wayOut));
    }

    void exact(ResourceKey resource) {
        judge(resource, Portability.EXACT);
    }

    private void judge(ResourceKey resource, Portability verdict) {
        verdicts.computeIfAbsent(resource, key -> new LinkedHashSet<>()).add(verdict);
    }

    /** Joins what was noted on each resource; what was noted twice is said once. */
    Map<ResourceKey, Portability> verdicts() {
        Map<ResourceKey, Portability> joined = new LinkedHashMap<>();
        verdicts.forEach((key, noted) ->
                joined.put(key, noted.stream().reduce(Portability::and).orElse(Portability.EXACT)));
        return joined;
    }
}
