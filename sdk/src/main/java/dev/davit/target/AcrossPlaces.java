package dev.davit.target;

import dev.davit.model.ResourceKey;
import dev.davit.plan.Change;
import dev.davit.plan.Comparison;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Planner;
import dev.davit.plan.Wanted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Orders what happens at several places. Where one place needs another, its workloads come when all is there by which they reach that
 * one, an ingress for instance, and what they called goes after them. Where each needs the other, the edges between resources alone
 * decide, among workloads.
 */
final class AcrossPlaces {
    /** Above every rank of a platform's own below those of deletions, and of deletions among themselves. */
    private static final int AFTER_ALL = 200;

    private final Map<ResourceKey, Set<ResourceKey>> needs;
    private final List<Set<ResourceKey>> places;

    AcrossPlaces(Wanted wanted, Collection<Connection> parts) {
        this.needs = wanted.needs();
        this.places = parts.stream().map(it -> resources(wanted, it)).toList();
    }

    private static Set<ResourceKey> resources(Wanted wanted, Connection part) {
        return wanted.objects().stream()
                .filter(it -> part.names(new ObjectKey(it.kind(), "", it.name())))
                .flatMap(it -> it.resource().stream())
                .collect(Collectors.toSet());
    }

    /** Gives what was found at each place, in the order of the places. */
    List<Comparison> ordered(List<Comparison> found) {
        List<Comparison> ordered = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Set<ResourceKey> here = places.get(i);
            boolean needs = places.stream().anyMatch(it -> it != here && needs(here, it));
            boolean isNeeded = places.stream().anyMatch(it -> it != here && needs(it, here));
            ordered.add(needs == isNeeded ? found.get(i) : shifted(found.get(i), needs));
        }
        return ordered;
    }

    private boolean needs(Set<ResourceKey> one, Set<ResourceKey> other) {
        return needs.entrySet().stream()
                .filter(it -> one.contains(it.getKey()) && !other.contains(it.getKey()))
                .anyMatch(it -> it.getValue().stream().anyMatch(to -> other.contains(to) && !one.contains(to)));
    }

    private static Comparison shifted(Comparison found, boolean needs) {
        List<Change> changes = found.changes().stream()
                .map(it -> isShifted(it.rank(), needs)
                        ? new Change.Builder()
                                .from(it)
                                .rank(it.rank() + AFTER_ALL)
                                .build()
                        : it)
                .toList();
        return found.withChanges(changes);
    }

    private static boolean isShifted(int rank, boolean needs) {
        return needs ? rank >= Planner.WORKLOADS && rank < Planner.DELETIONS : rank >= Planner.DELETIONS;
    }
}
