package dev.davit.render.api;

import dev.davit.apply.Ticker;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Keep count of how many requests of a kind the API still takes. Nothing is assumed: until an answer has said something, every
 * request may pass.
 */
final class Budget {
    private static final long UNKNOWN = -1;

    /** The end of a minute is told in whole seconds, so that two answers about the same one differ. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    /** What ends later than this is no minute, but told in a way that is not known here; 429 then says when to wait. */
    private static final long LONGEST_SECONDS = 3600;

    private final Ticker ticker;
    private long limit = UNKNOWN;
    private long left = UNKNOWN;
    private long reset;
    private long heldUntil;

    Budget(Ticker ticker) {
        this.ticker = ticker;
        this.reset = ticker.nanos();
        this.heldUntil = reset;
    }

    /** Take one request of it, or give how long there will be none. */
    synchronized Duration take() {
        Duration held = until(heldUntil);
        if (isPositive(held)) {
            return held;
        }
        Duration rest = until(reset);
        if (!isPositive(rest)) {
            left = UNKNOWN;
        }
        if (left == 0) {
            return rest;
        }
        if (left > 0) {
            left--;
        }
        return Duration.ZERO;
    }

    /** Take note of what an answer says. */
    synchronized void learn(Answer answer) {
        OptionalLong most = answer.number("RateLimit-Limit");
        most.ifPresent(it -> limit = it);
        OptionalLong remaining = answer.number("RateLimit-Remaining");
        OptionalLong end = answer.number("RateLimit-Reset");
        if (remaining.isPresent() && end.isPresent() && end.getAsLong() <= LONGEST_SECONDS) {
            note(remaining.getAsLong(), Duration.ofSeconds(end.getAsLong()));
        }
    }

    /** Within a minute the count only falls: an answer that was long on its way does not know what was sent since. */
    private void note(long remaining, Duration end) {
        long at = ticker.nanos() + end.toNanos();
        boolean same = left != UNKNOWN && Math.abs(at - reset) < ROUNDING.toNanos();
        left = same ? Math.min(left, remaining) : remaining;
        reset = same ? Math.min(reset, at) : at;
    }

    /** Let no request pass for some time from now. */
    synchronized void hold(Duration time) {
        heldUntil = Math.max(heldUntil, ticker.nanos() + time.toNanos());
    }

    /** Give how many requests of the kind the API takes in a minute, if it has said so. */
    synchronized OptionalLong limit() {
        return limit == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(limit);
    }

    private Duration until(long moment) {
        return Duration.ofNanos(moment - ticker.nanos());
    }

    private static boolean isPositive(Duration time) {
        return !time.isNegative() && !time.isZero();
    }
}
