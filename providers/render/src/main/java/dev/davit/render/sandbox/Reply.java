package dev.davit.render.sandbox;

import java.time.Duration;

/**
 * Says how an answer goes over the wire.
 *
 * @param answer the answer
 * @param isCut whether the connection is closed instead
 * @param isTruncated whether only half of it is sent
 * @param delay how long it is held back, in real time
 */
record Reply(Answer answer, boolean isCut, boolean isTruncated, Duration delay) {
    static Reply plain(Answer answer) {
        return new Reply(answer, false, false, Duration.ZERO);
    }

    static Reply cut() {
        return new Reply(Answer.empty(200), true, false, Duration.ZERO);
    }

    static Reply truncated(Answer answer) {
        return new Reply(answer, false, true, Duration.ZERO);
    }

    static Reply slow(Answer answer, Duration delay) {
        return new Reply(answer, false, false, delay);
    }
}
