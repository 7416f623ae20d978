package dev.davit.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Make a plan of what a comparison found: put the steps in order and cut the order into waves.
 *
 * <p>Waves follow the ranks of the changes. Within one rank a change comes after those whose resources its own resource
 * needs, directly or through others. The later steps of a change each have a wave after the step before. Whatever a
 * replacement deletes in its end goes when everything else is in place, so that nothing that still points at it is left
 * without; plain deletions come last of all.
 */
public final class Planner {
    /** Changes of this rank and above are deletions. */
    public static final int DELETIONS = 1000;

    /** Changes of what runs programs have this rank, on every target: only within one rank they wait for what their resources need. */
    public static final int WORKLOADS = 50;

    private static final Comparator<Change> WORST_FIRST = Comparator.comparing(
                    (Change change) -> change.impact().effect())
            .reversed()
            .thenComparing(Change::key);

    private Planner() {}

    /**
     * Make the plan. The same definition and the same live state give the same plan but for its times.
     *
     * @param wanted what the stack is to have
     * @param found what comparing it with a place found
     * @param readAt when that was
     * @param expiresAt when the plan is too old to be applied
     * @throws PlanException if resources need each other in a circle
     * @throws IllegalArgumentException if two steps have one id, or a change has no step
     */
    public static Plan plan(Wanted wanted, Comparison found, Instant readAt, Instant expiresAt) {
        List<Change> changes = found.changes().stream().sorted(WORST_FIRST).toList();
        refuseUnfit(changes);
        return new Plan.Builder()
                .wanted(wanted)
                .place(found.place())
                .readAt(readAt)
                .expiresAt(expiresAt)
                .changes(changes)
                .waves(new Waves(wanted.needs()).of(changes))
                .unchanged(found.unchanged().stream().sorted().toList())
                .recorded(found.recorded())
                .verification(found.verification())
                .foreign(found.foreign().stream()
                        .sorted(Comparator.comparing(Comparison.ForeignOf::key))
                        .toList())
                .kept(found.kept().stream()
                        .sorted(Comparator.comparing(Kept::key))
                        .toList())
                .blockers(found.blockers())
                .pace(found.pace())
                .build();
    }

    private static void refuseUnfit(List<Change> changes) {
        Set<String> ids = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (Change change : changes) {
            if (change.steps().isEmpty()) {
                throw new IllegalArgumentException("no step carries out the change of " + change.key());
            }
            change.steps().stream().map(Step::id).filter(id -> !ids.add(id)).forEach(twice::add);
        }
        if (!twice.isEmpty()) {
            throw new IllegalArgumentException("two steps have one id: " + String.join(", ", twice));
        }
    }
}
