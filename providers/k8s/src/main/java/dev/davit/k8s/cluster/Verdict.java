package dev.davit.k8s.cluster;

import java.time.Duration;

/**
 * Say what to do about an answer.
 *
 * @param retry whether to try again
 * @param tries how many tries there are at most
 * @param budget how long tries may go on
 * @param pause how long to wait
 * @param all whether everyone waits: the server is short of breath
 */
record Verdict(boolean retry, int tries, Duration budget, Duration pause, boolean all) {
    static final Verdict FINAL = new Verdict(false, 0, Duration.ZERO, Duration.ZERO, false);
}
