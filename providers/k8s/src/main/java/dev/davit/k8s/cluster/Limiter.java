package dev.davit.k8s.cluster;

import java.time.Duration;

/** Hold all requests back while the server asks for a pause: one pause for all, so that waits do not add up. */
final class Limiter {
    private final Patience patience;
    private long until;

    Limiter(Patience patience) {
        this.patience = patience;
        this.until = patience.now();
    }

    /** Hold everyone back for some time from now. */
    synchronized void hold(Duration time) {
        until = Math.max(until, patience.now() + time.toNanos());
    }

    /** Wait until nobody is held back. */
    void pass() throws InterruptedException {
        for (Duration rest = rest(); !rest.isNegative() && !rest.isZero(); rest = rest()) {
            patience.sleep(rest.plusMillis(1));
        }
    }

    private synchronized Duration rest() {
        return Duration.ofNanos(until - patience.now());
    }
}
