package dev.davit.plan;

import java.util.Objects;

/**
 * Remember what a change was computed from, so that an approved plan is never applied to something else.
 *
 * @param uid the platform's identity of the object; a new object under the old name has another
 * @param version the platform's version of the object when it was read
 * @param change the digest of the change itself: fields before and after. Where the version moved and this did not, the
 *     plan still holds
 */
public record Fingerprint(String uid, String version, String change) {
    public Fingerprint {
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(change, "change");
    }
}
