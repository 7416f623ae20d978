package dev.davit.apply;

import java.time.Duration;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/** Say how an apply is carried out. */
@Immutable
public abstract class ApplyOptions {
    /** Give who runs it: {@code user@host}. */
    public abstract String by();

    /** Give a word that no other run of the same user on the same host has, such as a process id with a random part. */
    public abstract String run();

    /** Give how many calls are on their way at once: 8 by default. Waiting for readiness is not bounded by it. */
    @Default
    public int atOnce() {
        return 8;
    }

    /** Give how long to wait for a lease that someone else holds: 5 minutes by default; zero to try once. */
    @Default
    public Duration lockTimeout() {
        return Duration.ofMinutes(5);
    }

    /** Give how long a step may take to become ready after its call: 10 minutes by default. */
    @Default
    public Duration stepTimeout() {
        return Duration.ofMinutes(10);
    }

    /** Give how long all of it may take: an hour by default. Nothing is waited for after that. */
    @Default
    public Duration totalTimeout() {
        return Duration.ofHours(1);
    }

    /**
     * Say whether it is waited for that what was written is ready: yes by default. Where not, a step is still waited for
     * whose change goes on after it, and all that comes before a deletion: without that, users would feel more than the
     * plan says.
     */
    @Default
    public boolean isAwaiting() {
        return true;
    }

    /** Give how soon a step is looked at again that is not ready: 250 ms by default. Each time is half as long again. */
    @Default
    public Duration firstLook() {
        return Duration.ofMillis(250);
    }

    /** Give how long it takes at most until a step is looked at again: 3 s by default. */
    @Default
    public Duration longestLook() {
        return Duration.ofSeconds(3);
    }

    /** Give how the lease is kept. */
    @Default
    public LeaseTerms lease() {
        return LeaseTerms.usual();
    }

    /** Name the holder of the lease: {@code user@host/run}. */
    public String holder() {
        return by() + "/" + run();
    }

    /** Collect options. */
    public static final class Builder extends ImmutableApplyOptions.Builder {}
}
