package dev.davit.render.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Stand still until a test moves the time on. */
public final class VirtualClock implements SandboxClock {
    private final AtomicReference<Instant> time;

    /** Start at a moment. */
    public VirtualClock(Instant start) {
        this.time = new AtomicReference<>(start);
    }

    @Override
    public Instant now() {
        return time.get();
    }

    /**
     * Move the time on.
     *
     * @throws IllegalArgumentException if the step is negative
     */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("time does not go back");
        }
        time.updateAndGet(it -> it.plus(step));
    }
}
