package dev.davit;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Say how the platform finds out that an instance can take traffic. */
public final class Health {
    private final String path;
    private final String liveness;
    private final Duration startsWithin;

    private Health(String path, String liveness, Duration startsWithin) {
        this.path = path;
        this.liveness = liveness;
        this.startsWithin = startsWithin;
    }

    /**
     * Ask the service with an HTTP GET on its port; a status of 200 to 399 means ready.
     *
     * @throws IllegalArgumentException if the path does not start with {@code /}
     */
    public static Health http(String path) {
        return new Health(absolute("Health.http", path), null, null);
    }

    /** Take an open port for ready. */
    public static Health tcp() {
        return new Health(null, null, null);
    }

    /**
     * Say how long an instance may take to become ready, for example to load a model; two minutes unless given. Until then
     * the platform does not restart it.
     *
     * @throws IllegalArgumentException if the time is not from 1 second to 3 hours, in whole seconds
     */
    public Health startsWithin(Duration time) {
        if (time.toSeconds() < 1 || time.compareTo(Duration.ofHours(3)) > 0 || time.toNanosPart() != 0) {
            throw new IllegalArgumentException("Health.startsWithin(" + JavaText.of(time)
                    + ") is out of range: give 1 second to 3 hours, in whole seconds");
        }
        return new Health(path, liveness, time);
    }

    /**
     * Ask another path to decide whether to restart an instance. Without one an open port is enough: a busy instance is not a
     * dead one.
     *
     * @throws IllegalArgumentException if the path does not start with {@code /}
     */
    public Health liveness(String path) {
        return new Health(this.path, absolute("Health.liveness", path), startsWithin);
    }

    private static String absolute(String call, String path) {
        if (!path.startsWith("/") || path.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException(call + "(" + JavaText.quoted(path)
                    + ") is no path: start it with / and percent-encode what is not plain ASCII");
        }
        return path;
    }

    /** Give the path of the readiness check; empty for a check of the port alone. */
    public Optional<String> path() {
        return Optional.ofNullable(path);
    }

    /** Give the path of the liveness check, if there is one. */
    public Optional<String> liveness() {
        return Optional.ofNullable(liveness);
    }

    /** Give the time that an instance may take to become ready, if the user set one. */
    public Optional<Duration> startsWithin() {
        return Optional.ofNullable(startsWithin);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Health health
                && Objects.equals(health.path, path)
                && Objects.equals(health.liveness, liveness)
                && Objects.equals(health.startsWithin, startsWithin);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, liveness, startsWithin);
    }

    @Override
    public String toString() {
        return (path == null ? "Health.tcp()" : "Health.http(" + JavaText.quoted(path) + ")")
                + (startsWithin == null ? "" : ".startsWithin(" + JavaText.of(startsWithin) + ")")
                + (liveness == null ? "" : ".liveness(" + JavaText.quoted(liveness) + ")");
    }
}
