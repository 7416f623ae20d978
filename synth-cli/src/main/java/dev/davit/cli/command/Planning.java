package dev.davit.cli.command;

import dev.davit.plan.Comparison;
import dev.davit.plan.Plan;
import dev.davit.plan.Planner;
import dev.davit.plan.Wanted;
import dev.davit.target.CompareOptions;
import dev.davit.target.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reads what is live and plans towards what is wanted. */
final class Planning {
    /** Long enough for a review; what changes meanwhile is found in any case. */
    private static final Duration VALID = Duration.ofHours(1);

    private Planning() {}

    static Plan of(Wanted wanted, Connection place, CompareOptions permissions) {
        Instant readAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Comparison found = place.compare(wanted, permissions);
        return Planner.plan(wanted, found, readAt, readAt.plus(VALID));
    }
}
