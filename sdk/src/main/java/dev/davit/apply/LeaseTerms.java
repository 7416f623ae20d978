package dev.davit.apply;

import java.time.Duration;
import java.util.Objects;

/**
 * Say how a lease is kept.
 *
 * @param lasts how long it lasts without renewal; by default 30 s
 * @param renewed how often it is renewed; by default every 10 s
 * @param looked how often someone who waits looks at it; by default every 2 s
 */
public record LeaseTerms(Duration lasts, Duration renewed, Duration looked) {
    public LeaseTerms {
        Objects.requireNonNull(looked, "looked");
        if (renewed.multipliedBy(2).compareTo(lasts) > 0) {
            throw new IllegalArgumentException(
                    "a lease that lasts " + lasts + " must be renewed twice in that time, not every " + renewed);
        }
    }

    /** Give the defaults. */
    public static LeaseTerms usual() {
        return new LeaseTerms(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(2));
    }
}
