package dev.davit.plan;

import java.util.Objects;
import java.util.Optional;

/**
 * Say what of an approved plan does not hold any more.
 *
 * @param key the object, unless it is about the whole plan
 * @param what what became of it, in one line without a full stop
 * @param approved what was approved, in one line
 * @param now what would be done now, in one line
 * @param approvedChange the change that was approved, if there was one: its fields show what was expected
 * @param changeNow the change that comparing again found, if there is one
 */
public record Stale(
        Optional<ObjectKey> key,
        String what,
        String approved,
        String now,
        Optional<Change> approvedChange,
        Optional<Change> changeNow) {
    public Stale {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(approved, "approved");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(approvedChange, "approvedChange");
        Objects.requireNonNull(changeNow, "changeNow");
    }

    /** Say something about the whole plan. */
    static Stale plan(String what, String approved, String now) {
        return new Stale(Optional.empty(), what, approved, now, Optional.empty(), Optional.empty());
    }
}
