package dev.davit.plan;

import dev.davit.model.ResourceKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Orders resources so that each comes after all that it needs. Keeps no path on the thread's stack: chains may be long. */
final class NeedsOrder {
    private final Map<ResourceKey, Set<ResourceKey>> needs;
    private final List<ResourceKey> order = new ArrayList<>();

    /**
     * @throws PlanException if resources need each other in a circle, naming all of it
     */
    NeedsOrder(Map<ResourceKey, Set<ResourceKey>> needs) {
        this.needs = needs;
        Map<ResourceKey, Integer> open = new LinkedHashMap<>();
        Map<ResourceKey, List<ResourceKey>> neededBy = new HashMap<>();
        needs.forEach((from, all) -> {
            open.merge(from, all.size(), Integer::sum);
            all.forEach(to -> {
                open.putIfAbsent(to, 0);
                neededBy.computeIfAbsent(to, key -> new ArrayList<>()).add(from);
            });
        });
        Deque<ResourceKey> free = new ArrayDeque<>();
        open.forEach((key, count) -> {
            if (count == 0) {
                free.add(key);
            }
        });
        while (!free.isEmpty()) {
            ResourceKey next = free.remove();
            order.add(next);
            open.remove(next);
            for (ResourceKey from : neededBy.getOrDefault(next, List.of())) {
                if (open.merge(from, -1, Integer::sum) == 0) {
                    free.add(from);
                }
            }
        }
        if (!open.isEmpty()) {
            throw circle(open.keySet());
        }
    }

    /** Count for each resource the longest chain of what it needs, where only some resources count, itself not. */
    Map<ResourceKey, Integer> depths(Set<ResourceKey> counted) {
        Map<ResourceKey, Integer> depths = new HashMap<>();
        for (ResourceKey key : order) {
            int depth = 0;
            for (ResourceKey need : needs.getOrDefault(key, Set.of())) {
                depth = Math.max(depth, depths.get(need) + (counted.contains(need) ? 1 : 0));
            }
            depths.put(key, depth);
        }
        return depths;
    }

    private PlanException circle(Set<ResourceKey> stuck) {
        Set<ResourceKey> path = new LinkedHashSet<>();
        ResourceKey at = stuck.iterator().next();
        while (path.add(at)) {
            at = needs.get(at).stream().filter(stuck::contains).findFirst().orElseThrow();
        }
        List<ResourceKey> walked = new ArrayList<>(path);
        List<ResourceKey> circle = new ArrayList<>(walked.subList(walked.indexOf(at), walked.size()));
        circle.add(at);
        return new PlanException(
                "resources need each other in a circle",
                circle.stream().map(ResourceKey::toString).collect(Collectors.joining(" needs ")),
                "none of them could be the first to start",
                "remove one of these needs");
    }
}
