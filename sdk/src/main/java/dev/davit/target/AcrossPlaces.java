package dev.davit.target;

import dev.davit.model.ResourceKey;
import dev.davit.plan.Change;
import dev.davit.plan.Comparison;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Planner;
import dev.davit.plan.Wanted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Orders what happens at several places. Where one place needs another, its workloads come when all is there by which they reach that
 * one, an ingress for instance, and what they called goes after them. Where each needs the other, the edges between resources alone
 * decide, among workloads.
 */
final class AcrossPlaces {
    /** Above every rank of a platform's own below those of deletions, and of deletions among themselves. */
    private static final int AFTER_ALL = 200;

    private final Wanted wanted;
    private final List<Connection> parts;

    AcrossPlaces(Wanted wanted, Collection<Connection> parts) {
        this.wanted = wanted;
        this.parts = List.copyOf(parts);
    }

    List<Comparison> ordered(List<Comparison> found) {
        List<Comparison> ordered = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            boolean needs = needs(parts.get(i));
            boolean isNeeded = isNeeded(parts.get(i));
            ordered.add(needs == isNeeded ? found.get(i) : shifted(found.get(i), needs));
        }
        return ordered;
    }

    private Set<ResourceKey> resources(Connection part) {
        Set<ResourceKey> resources = new HashSet<>();
        wanted.objects().stream()
                .filter(it -> part.names(new ObjectKey(it.kind(), "", it.name())))
                .forEach(it -> it.resource().ifPresent(resources::add));
        return resources;
    }

    private boolean needs(Connection part) {
        Set<ResourceKey> here = resources(part);
        return wanted.needs().entrySet().stream()
                .filter(it -> here.contains(it.getKey()))
                .anyMatch(it -> isElsewhere(it.getValue(), here));
    }

    private boolean isNeeded(Connection part) {
        return parts.stream()
                .filter(it -> it != part)
                .map(this::resources)
                .anyMatch(there -> wanted.needs().entrySet().stream()
                        .filter(it ->
                                there.contains(it.getKey()) && !resources(part).contains(it.getKey()))
                        .anyMatch(it -> it.getValue().stream()
                                .anyMatch(needed -> resources(part).contains(needed) && !there.contains(needed))));
    }

    private boolean isElsewhere(Set<ResourceKey> needed, Set<ResourceKey> here) {
        return needed.stream()
                .anyMatch(it -> !here.contains(it)
                        && parts.stream().anyMatch(part -> resources(part).contains(it)));
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
        return new Comparison(
                found.place(),
                changes,
                found.unchanged(),
                found.foreign(),
                found.kept(),
                found.blockers(),
                found.requests(),
                found.pace());
    }

    private static boolean isShifted(int rank, boolean needs) {
        return needs ? rank >= Planner.WORKLOADS && rank < Planner.DELETIONS : rank >= Planner.DELETIONS;
    }
}
