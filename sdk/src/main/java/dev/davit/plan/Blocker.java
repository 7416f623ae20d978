package dev.davit.plan;

import java.util.Objects;
import java.util.Optional;

/**
 * Say why a plan cannot be applied as it is.
 *
 * @param key the object, if it is about one
 * @param what what stands in the way, in one line without a full stop
 * @param where the field, manager or place
 * @param why the reason
 * @param next what to do about it
 */
public record Blocker(Optional<ObjectKey> key, String what, String where, String why, String next) {
    public Blocker {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(next, "next");
    }
}
