package dev.davit.apply;

import dev.davit.document.Fields;
import dev.davit.plan.Action;
import dev.davit.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the release record of one apply. */
final class ReleaseLog {
    private final ReleaseStore store;
    private final Fence fence;
    private Release release;

    ReleaseLog(ReleaseStore store, Fence fence) {
        this.store = store;
        this.fence = fence;
    }

    /** Gives the number that comes next, or that a run had which is resumed. */
    static int number(List<Release> known, Optional<Integer> resumed) {
        return resumed.orElse(known.stream().mapToInt(Release::number).max().orElse(0) + 1);
    }

    /** Begins a record, and closes those that a crash left open: who holds the lease knows that nobody runs. */
    void begin(List<Release> known, int number, Plan plan, String by, Instant at) {
        for (Release other : known) {
            if (other.state() == Release.State.RUNNING && other.number() != number) {
                store.write(
                        with(
                                other,
                                Release.State.FAILED,
                                Optional.empty(),
                                Optional.of("it ended without a word"),
                                true),
                        fence);
            }
        }
        release = new Release(
                number,
                Release.State.RUNNING,
                plan.digest(),
                by,
                at,
                Optional.empty(),
                fence.token(),
                summary(plan),
                Optional.empty(),
                true,
                plan.wanted());
        store.write(release, fence);
    }

    void end(Release.State state, Instant at, Optional<String> failure) {
        release = with(release, state, Optional.of(at), failure, true);
        store.write(release, fence);
    }

    /** Ends a record of which all is made; whether it is ready is known only to who waited. */
    void done(boolean awaited, Instant at) {
        release = with(release, Release.State.DONE, Optional.of(at), Optional.empty(), awaited);
        store.write(release, fence);
    }

    Optional<Release> release() {
        return Optional.ofNullable(release);
    }

    private static Release with(
            Release it, Release.State state, Optional<Instant> endedAt, Optional<String> failure, boolean awaited) {
        return new Release(
                it.number(),
                state,
                it.planDigest(),
                it.by(),
                it.startedAt(),
                endedAt,
                it.token(),
                it.summary(),
                failure,
                awaited,
                it.wanted());
    }

    private static String summary(Plan plan) {
        List<String> parts = new ArrayList<>();
        for (Action action : Action.values()) {
            long count =
                    plan.changes().stream().filter(it -> it.action() == action).count();
            if (count > 0) {
                parts.add(count + " " + Fields.word(action));
            }
        }
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }
}
