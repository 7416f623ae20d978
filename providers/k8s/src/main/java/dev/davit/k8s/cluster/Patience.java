package dev.davit.k8s.cluster;

import java.time.Duration;

/** Wait, and tell how much time has passed. */
interface Patience {
    /** Count nanoseconds from a start that means nothing. */
    long now();

    /** Wait. */
    void sleep(Duration time) throws InterruptedException;

    /** Give a number from 0 to 1, another each time. */
    double chance();

    /** Use the machine's clock. */
    static Patience real() {
        return new Patience() {
            @Override
            public long now() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                Thread.sleep(time.toMillis());
            }

            @Override
            public double chance() {
                return java.util.concurrent.ThreadLocalRandom.current().nextDouble();
            }
        };
    }
}
