package dev.davit.plan;

import java.util.Objects;

/**
 * Say how long it takes until a change is carried out. Users need not feel anything of that: what they do feel is the impact.
 *
 * @param seconds how long, about
 * @param reason where that is known from, in a few words: {@code as its last 3 deploys}
 */
public record Estimate(Seconds seconds, String reason) {
    public Estimate {
        Objects.requireNonNull(seconds, "seconds");
        Objects.requireNonNull(reason, "reason");
    }
}
