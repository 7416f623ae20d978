package dev.davit.target;

import java.time.Instant;
import java.util.Objects;

/**
 * Hold one line that a program wrote.
 *
 * @param time when, by the platform's clock
 * @param resource the resource whose program it is: {@code web}
 * @param instance which of its instances, in the platform's words; empty where the platform names none
 * @param text the line as it was written, without its end; it may hold what steers a terminal
 */
public record LogLine(Instant time, String resource, String instance, String text) {
    public LogLine {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(text, "text");
    }
}
