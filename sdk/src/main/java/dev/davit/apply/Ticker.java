package dev.davit.apply;

import java.time.Duration;
import java.time.Instant;

/**
 * Tell an apply the time. What must not be fooled by a clock that is set (leases, waits) goes by {@link #nanos()}; the time of
 * day is only written down.
 */
public interface Ticker {
    /** The machine's own. */
    Ticker SYSTEM = new Ticker() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time.toMillis());
        }
    };

    /** Give nanoseconds that only ever go on, from no particular moment. */
    long nanos();

    /** Give the time of day. */
    Instant now();

    /** Wait. */
    void sleep(Duration time) throws InterruptedException;

    /** Give the time that went by since a moment of {@link #nanos()}. */
    default Duration since(long moment) {
        return Duration.ofNanos(nanos() - moment);
    }

    /** Give a clock on which so many times as much passes: that of a sandbox which runs faster than the world. The time of day stays. */
    default Ticker faster(int times) {
        Ticker slow = this;
        return new Ticker() {
            @Override
            public long nanos() {
                return slow.nanos() * times;
            }

            @Override
            public Instant now() {
                return slow.now();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                slow.sleep(time.dividedBy(times));
            }
        };
    }
}
