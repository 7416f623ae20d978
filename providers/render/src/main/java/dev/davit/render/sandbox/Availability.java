package dev.davit.render.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Tell of one service or data store, second by second, whether something healthy took its traffic.
 *
 * @param changes how many healthy instances there were, each from its moment on; the first is when the first became healthy
 * @param end until when is known
 */
public record Availability(List<Change> changes, Instant end) {
    /**
     * Hold a number of healthy instances from a moment on.
     *
     * @param time the moment
     * @param healthy how many instances are healthy and take traffic
     */
    public record Change(Instant time, int healthy) {}

    /**
     * Hold the least number of healthy instances in one second.
     *
     * @param start when the second began
     * @param healthy the least number in it
     */
    public record Second(Instant start, int healthy) {}

    /** Keep the list from changing. */
    public Availability {
        changes = List.copyOf(changes);
    }

    /** Give every second from when it was first up until now. */
    public List<Second> seconds() {
        List<Second> seconds = new ArrayList<>();
        if (changes.isEmpty()) {
            return seconds;
        }
        Instant first = changes.get(0).time();
        Instant second = first.truncatedTo(ChronoUnit.SECONDS);
        int next = 1;
        int healthy = changes.get(0).healthy();
        for (; second.isBefore(end); second = second.plusSeconds(1)) {
            while (next < changes.size() && !changes.get(next).time().isAfter(second)) {
                healthy = changes.get(next++).healthy();
            }
            int least = healthy;
            while (next < changes.size() && changes.get(next).time().isBefore(second.plusSeconds(1))) {
                healthy = changes.get(next++).healthy();
                least = Math.min(least, healthy);
            }
            seconds.add(new Second(second, least));
        }
        return seconds;
    }

    /** Count the seconds in which at some moment nothing was healthy, after it was first up. */
    public long secondsDown() {
        return seconds().stream().filter(it -> it.healthy() == 0).count();
    }

    /** Add up for how long exactly nothing was healthy, after it was first up. */
    public Duration down() {
        Duration down = Duration.ZERO;
        for (int i = 0; i < changes.size(); i++) {
            Instant until = i + 1 < changes.size() ? changes.get(i + 1).time() : end;
            if (changes.get(i).healthy() == 0) {
                down = down.plus(Duration.between(changes.get(i).time(), until));
            }
        }
        return down;
    }

    /** Say whether it was ever up. */
    public boolean wasUp() {
        return !changes.isEmpty();
    }

    /** Say whether nothing was healthy at some moment after it was first up. */
    public boolean wasDown() {
        return !down().isZero();
    }

    /** Give the number of healthy instances now. */
    public int healthy() {
        return changes.isEmpty() ? 0 : changes.get(changes.size() - 1).healthy();
    }
}
