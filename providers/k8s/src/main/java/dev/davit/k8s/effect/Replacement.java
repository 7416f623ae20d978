package dev.davit.k8s.effect;

import dev.davit.plan.Blocker;
import dev.davit.plan.Impact;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Step;
import java.util.List;
import java.util.Set;

/**
 * Say how an object that cannot be changed in place becomes what is wanted.
 *
 * <p>Ask only for what {@link Rejection} proved to be immutable: an object that is itself wrong replaces nothing.
 */
public sealed interface Replacement {
    /**
     * Hold the way there.
     *
     * @param steps the calls, in order; each waits for the one before. A deletion names the uid of what it deletes
     * @param impact what users feel of all of it
     * @param carries the objects beside the replaced one whose own change these steps carry out, too: they get no steps of
     *     their own
     */
    record Planned(List<Step> steps, Impact impact, Set<ObjectKey> carries) implements Replacement {
        public Planned {
            steps = List.copyOf(steps);
            carries = Set.copyOf(carries);
        }
    }

    /** Hold why there is no way that we go by ourselves, and the way out. */
    record Refused(Blocker blocker) implements Replacement {}
}
