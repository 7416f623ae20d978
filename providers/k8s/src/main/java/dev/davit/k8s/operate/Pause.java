package dev.davit.k8s.operate;

import java.time.Duration;

/** Waits, and counts time that nobody can set. */
interface Pause {
    void sleep(Duration time) throws InterruptedException;

    long nanos();

    static Pause real() {
        return new Pause() {
            @Override
            public void sleep(Duration time) throws InterruptedException {
                Thread.sleep(time.toMillis());
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }
        };
    }
}
