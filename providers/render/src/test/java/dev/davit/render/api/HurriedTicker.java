package dev.davit.render.api;

import dev.davit.apply.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Time that passes only when somebody waits. */
final class HurriedTicker implements Ticker {
    static final Instant START = Instant.parse("2026-10-01T08:00:00Z");

    private final Consumer<Duration> passing;
    private Duration passed = Duration.ZERO;

    HurriedTicker() {
        this(it -> {});
    }

    /** Lets somebody else's clock pass with it. */
    HurriedTicker(Consumer<Duration> passing) {
        this.passing = passing;
    }

    synchronized Duration passed() {
        return passed;
    }

    @Override
    public synchronized long nanos() {
        return passed.toNanos();
    }

    @Override
    public synchronized Instant now() {
        return START.plus(passed);
    }

    @Override
    public synchronized void sleep(Duration time) {
        passed = passed.plus(time);
        passing.accept(time);
    }
}
