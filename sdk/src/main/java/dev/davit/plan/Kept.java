package dev.davit.plan;

import java.util.Objects;

/**
 * Report an object that is ours, no longer wanted, and stays all the same.
 *
 * @param key the object
 * @param why what it holds that is not deleted without a word
 * @param permission what the user says to have it deleted
 */
public record Kept(ObjectKey key, String why, String permission) {
    public Kept {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(permission, "permission");
    }
}
