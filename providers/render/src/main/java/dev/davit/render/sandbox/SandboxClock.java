package dev.davit.render.sandbox;

import java.time.Instant;

/** Tell the sandbox what time it is. Everything that takes time in it is told by this clock and by no other. */
@FunctionalInterface
public interface SandboxClock {
    /** Give the time; it never goes back. */
    Instant now();

    /**
     * Make a clock that runs by itself from a moment on.
     *
     * @param start what it shows first
     * @param factor seconds that pass on it in one real second, at least 1
     * @throws IllegalArgumentException if the factor is less than 1
     */
    static SandboxClock running(Instant start, int factor) {
        if (factor < 1) {
            throw new IllegalArgumentException("a clock runs at least as fast as real time, not " + factor + " times");
        }
        long began = System.nanoTime();
        return () -> start.plusNanos(Math.multiplyExact(System.nanoTime() - began, factor));
    }
}
