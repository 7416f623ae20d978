package dev.davit.apply;

import dev.davit.plan.Wanted;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Record one apply: what it was to do, how it ended, and what it takes to come back to it.
 *
 * @param number counts from 1
 * @param state how it ended
 * @param planDigest names the plan
 * @param by {@code user@host}
 * @param startedAt when
 * @param endedAt when; empty while it runs, and after a crash
 * @param token the lease's token it was written under
 * @param summary one line: {@code 4 create, 1 delete}
 * @param failure what it failed at, if it did
 * @param awaited whether a release that is done was seen to be ready; otherwise it was only written
 * @param wanted what the stack was to have; a rollback plans towards it
 */
public record Release(
        int number,
        State state,
        String planDigest,
        String by,
        Instant startedAt,
        Optional<Instant> endedAt,
        long token,
        String summary,
        Optional<String> failure,
        boolean awaited,
        Wanted wanted) {
    /** Name how an apply can end. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        STOPPED
    }

    public Release {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(planDigest, "planDigest");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(endedAt, "endedAt");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(wanted, "wanted");
    }
}
