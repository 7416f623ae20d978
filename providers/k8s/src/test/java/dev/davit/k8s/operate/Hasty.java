package dev.davit.k8s.operate;

import java.time.Duration;

/** Lets time pass without waiting. */
final class Hasty implements Pause {
    private long now;

    @Override
    public void sleep(Duration time) {
        // So that 60 s take three looks.
        now += time.toNanos() * 40;
    }

    @Override
    public long nanos() {
        return now;
    }
}
