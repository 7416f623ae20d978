package dev.davit.render.api;

import dev.davit.apply.ApplyException;
import dev.davit.apply.Ticker;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** Wait, and say so when it takes long. */
final class Patience {
    /** Whoever watches a command line wonders after a few seconds. */
    private static final Duration LONG = Duration.ofSeconds(3);

    /** Who waits for the same thing until about the same time, in another thread, has no news. */
    private static final Duration SAME = Duration.ofSeconds(1);

    private final Ticker ticker;
    private final DoubleSupplier chance;
    private final Consumer<String> told;
    private final Map<String, Long> ends = new ConcurrentHashMap<>();

    /**
     * Wait by a clock.
     *
     * @param chance gives a number from 0 to 1, another each time
     * @param told is told of long waits
     */
    Patience(Ticker ticker, DoubleSupplier chance, Consumer<String> told) {
        this.ticker = ticker;
        this.chance = chance;
        this.told = told;
    }

    static Patience of(Ticker ticker, Consumer<String> told) {
        return new Patience(ticker, () -> ThreadLocalRandom.current().nextDouble(), told);
    }

    Ticker ticker() {
        return ticker;
    }

    double chance() {
        return chance.getAsDouble();
    }

    /**
     * Wait.
     *
     * @param why the reason, for who watches
     * @throws ApplyException if the thread is interrupted
     */
    void rest(Duration time, String why, Call call) {
        if (time.compareTo(LONG) > 0 && isNews(time, why)) {
            told.accept("waiting " + seconds(time) + " s: " + why);
        }
        try {
            ticker.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(call, e);
        }
    }

    private boolean isNews(Duration time, String why) {
        long end = ticker.nanos() + time.toNanos();
        Long before = ends.put(why, end);
        return before == null || Math.abs(end - before) > SAME.toNanos();
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
