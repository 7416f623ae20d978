package dev.davit.render.compare;

import dev.davit.plan.Action;
import dev.davit.plan.Change;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Pace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the writes of a plan: thirty in a minute are what an apply to Render waits for most. */
final class Counting {
    /** What an apply writes beside: lease, record and release, each at its begin and its end. */
    private static final int OWN_WRITES = 7;

    private final Snapshot snapshot;
    private final References references;
    private final Bodies bodies;
    private final Map<ObjectKey, Subject> subjects = new LinkedHashMap<>();

    Counting(Snapshot snapshot, References references, List<Subject> subjects) {
        this.snapshot = snapshot;
        this.references = references;
        this.bodies = new Bodies(snapshot.owner(), name -> "", snapshot);
        subjects.forEach(it -> this.subjects.put(it.key(), it));
    }

    Optional<Pace> of(List<Change> changes) {
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pace(
                        OWN_WRITES + changes.stream().mapToInt(this::writes).sum(),
                        snapshot.api().writesPerMinute()));
    }

    private int writes(Change change) {
        if (change.action() == Action.DELETE) {
            return 1;
        }
        Subject subject = subjects.get(change.key());
        Difference planned = planned(change);
        return subject.live().map(it -> changing(change, it, planned)).orElseGet(() -> making(planned));
    }

    private static Difference planned(Change change) {
        Work work = Work.of(change.steps().get(0));
        return new Difference(
                change.fields().stream()
                        .filter(it -> work.changes().containsKey(it.path()))
                        .map(it -> new Delta(it.path(), it.before(), it.after(), Reach.NOTHING))
                        .toList(),
                List.of(),
                List.of());
    }

    private int changing(Change change, Live live, Difference planned) {
        Work work = Work.of(change.steps().get(0));
        boolean deploys = work.deploy() != Deploy.NONE;
        return Writes.of(work, live, planned, references, bodies, snapshot).size() + (deploys ? 1 : 0);
    }

    /** A creation carries all but domains and links to groups; what is linked later is deployed anew. */
    private static int making(Difference planned) {
        long domains =
                planned.deltas().stream().filter(it -> it.isOf("domains")).count();
        long links = planned.deltas().stream()
                .filter(it -> it.path().startsWith("envVars[fromGroup "))
                .count();
        return (int) (1 + domains + links + (links > 0 ? 2 : 0));
    }
}
