package dev.davit.render.api;

import dev.davit.apply.ApplyException;
import dev.davit.apply.Ticker;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Wait, and say so when it takes long.
 *
 * @param ticker the clock
 * @param chance gives a number from 0 to 1, another each time
 * @param told is told of long waits
 */
record Patience(Ticker ticker, DoubleSupplier chance, Consumer<String> told) {
    /** Whoever watches a command line wonders after a few seconds. */
    private static final Duration LONG = Duration.ofSeconds(3);

    static Patience of(Ticker ticker, Consumer<String> told) {
        return new Patience(ticker, () -> ThreadLocalRandom.current().nextDouble(), told);
    }

    /**
     * Wait.
     *
     * @param why the reason, for who watches
     * @throws ApplyException if the thread is interrupted
     */
    void rest(Duration time, String why, Call call) {
        if (time.compareTo(LONG) > 0) {
            told.accept("waiting " + seconds(time) + " s: " + why);
        }
        try {
            ticker.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(call, e);
        }
    }

    static long seconds(Duration time) {
        return time.plusMillis(999).toSeconds();
    }

    static ApplyException interrupted(Call call, Throwable cause) {
        return new ApplyException(
                ApplyException.Reason.UNAVAILABLE,
                "the call was interrupted",
                call.toString(),
                "run the same command again",
                cause);
    }
}
