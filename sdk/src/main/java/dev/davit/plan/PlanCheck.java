package dev.davit.plan;

import dev.davit.document.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compare an approved plan with what is live now.
 *
 * <p>A change still holds if its object is the one that was seen (same identity) and either nobody touched it (same version)
 * or what was touched does not matter: the same fields would change from and to the same values, and users would feel the
 * same.
 */
public final class PlanCheck {
    private final Plan approved;
    private final Set<String> begun;
    private final List<Stale> stale = new ArrayList<>();

    private PlanCheck(Plan approved, Set<String> begun) {
        this.approved = approved;
        this.begun = begun;
    }

    /**
     * Find what went stale; an empty list means that the plan may be applied.
     *
     * @param approved the plan
     * @param now what comparing the plan's own {@link Plan#wanted()} again found
     * @param at the time
     */
    public static List<Stale> check(Plan approved, Comparison now, Instant at) {
        return check(approved, now, at, Set.of());
    }

    /**
     * Find what went stale of a plan that an apply has begun with. A change with a step that was begun is not compared: it is
     * this very plan that moves its object.
     *
     * @param begun the ids of steps that were begun
     */
    public static List<Stale> check(Plan approved, Comparison now, Instant at, Set<String> begun) {
        return new PlanCheck(approved, begun).run(now, at);
    }

    private List<Stale> run(Comparison now, Instant at) {
        Place then = approved.place();
        if (!then.isSame(now.place())) {
            return List.of(Stale.plan(
                    "the plan is for another place", then.name(), now.place().name()));
        }
        if (begun.isEmpty() && at.isAfter(approved.expiresAt())) {
            return List.of(
                    Stale.plan("the plan is too old", "to be applied by " + approved.expiresAt(), "it is " + at));
        }
        Map<ObjectKey, Change> changes = new LinkedHashMap<>();
        now.changes().forEach(it -> changes.put(it.key(), it));
        Set<ObjectKey> unchanged = new HashSet<>(now.unchanged());
        Set<ObjectKey> planned = new HashSet<>();
        for (Change change : approved.changes()) {
            planned.add(change.key());
            // A replacement under another name brings objects that no change of the plan is about.
            change.steps().forEach(step -> planned.add(step.key()));
            if (change.steps().stream().noneMatch(step -> begun.contains(step.id()))) {
                check(change, Optional.ofNullable(changes.get(change.key())), unchanged.contains(change.key()));
            }
        }
        now.changes().stream().filter(it -> !planned.contains(it.key())).forEach(this::unplanned);
        now.blockers().stream().filter(it -> !approved.blockers().contains(it)).forEach(this::blocked);
        return stale;
    }

    private void check(Change then, Optional<Change> found, boolean isThere) {
        if (found.isEmpty()) {
            boolean wasThere = then.basis().isPresent();
            report(
                    then,
                    found,
                    isThere
                            ? wasThere ? "someone else made this change" : "it has appeared"
                            : wasThere ? "it has vanished" : "it is not wanted any more",
                    "nothing to do");
            return;
        }
        Change now = found.get();
        if (then.basis().isPresent() != now.basis().isPresent()) {
            report(then, found, then.basis().isPresent() ? "it has vanished" : "it has appeared", words(now));
        } else if (then.basis().isPresent()) {
            compare(then, now, then.basis().get(), now.basis().orElseThrow());
        } else {
            compareEffect(then, now);
        }
    }

    private void compare(Change then, Change now, Fingerprint before, Fingerprint after) {
        if (!before.uid().equals(after.uid())) {
            report(then, Optional.of(now), "it was deleted and made anew", words(now));
        } else if (!before.version().equals(after.version())) {
            if (then.action() != now.action() || !before.change().equals(after.change())) {
                report(then, Optional.of(now), "someone changed what the plan changes", words(now));
            } else {
                compareEffect(then, now);
            }
        }
    }

    private void compareEffect(Change then, Change now) {
        if (then.action() != now.action()
                || then.impact().effect() != now.impact().effect()) {
            report(then, Optional.of(now), "users would feel something else", words(now));
        }
    }

    private void unplanned(Change now) {
        String what = now.action() == Action.DELETE ? "it has appeared" : "someone changed it after the plan was made";
        stale.add(new Stale(
                Optional.of(now.key()), what, "nothing to do", words(now), Optional.empty(), Optional.of(now)));
    }

    private void blocked(Blocker blocker) {
        stale.add(new Stale(
                blocker.key(),
                "something stands in the way now",
                "nothing in the way",
                blocker.what() + ": " + blocker.where(),
                Optional.empty(),
                Optional.empty()));
    }

    private void report(Change then, Optional<Change> now, String what, String nowWords) {
        stale.add(new Stale(Optional.of(then.key()), what, words(then), nowWords, Optional.of(then), now));
    }

    /** Writes {@code update, rolling, 3 fields}. */
    private static String words(Change change) {
        long ours = change.fields().stream().filter(FieldChange::isOurs).count();
        return Fields.word(change.action()) + ", "
                + change.impact().effect().word()
                + ", " + ours + (ours == 1 ? " field" : " fields");
    }
}
