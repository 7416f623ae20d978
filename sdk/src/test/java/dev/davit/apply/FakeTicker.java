package dev.davit.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that goes on only when someone sleeps, or a test says so. */
final class FakeTicker implements Ticker {
    private final AtomicLong nanos = new AtomicLong(1_000);
    private volatile Duration offset = Duration.ZERO;

    void goOn(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** Sets the time of day, as an administrator does; the monotonic clock takes no notice. */
    void set(Duration by) {
        offset = by;
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public Instant now() {
        return Instant.parse("2027-01-31T12:00:00Z").plus(offset).plusNanos(nanos.get());
    }

    @Override
    public void sleep(Duration time) {
        goOn(time);
    }
}
