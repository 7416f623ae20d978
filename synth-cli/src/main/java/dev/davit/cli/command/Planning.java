package dev.davit.cli.command;

import dev.davit.plan.Comparison;
import dev.davit.plan.MassDeletion;
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

    /** Plans with what a user permits, and blocks what may be a slip. */
    static Plan of(Wanted wanted, Connection place, PermissionOptions permissions) {
        Instant readAt = now();
        Comparison found = place.compare(wanted, permissions.toCompareOptions());
        return plan(wanted, MassDeletion.guard(wanted, found, permissions.deletions()), readAt);
    }

    /** Plans what nobody can mean by a slip. */
    static Plan of(Wanted wanted, Connection place, CompareOptions permissions) {
        Instant readAt = now();
        return plan(wanted, place.compare(wanted, permissions), readAt);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Plan plan(Wanted wanted, Comparison found, Instant readAt) {
        return Planner.plan(wanted, found, readAt, readAt.plus(VALID));
    }
}
