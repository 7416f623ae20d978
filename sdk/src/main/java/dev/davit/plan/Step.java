package dev.davit.plan;

import dev.davit.document.MapNode;
import java.util.Objects;
import java.util.Optional;

/**
 * Describe one call on the platform: doing it twice does no more than doing it once.
 *
 * @param id names the step within its plan; stays the same when the same definition meets the same live state
 * @param key the object that it is done to
 * @param verb what is done
 * @param body what the object is to say; empty for a deletion. Holds no secret value
 * @param expects what must still be there: identity and version; empty where nothing may be there but
 *     what an earlier step of the same plan made
 * @param does the step for people, in one line: {@code apply Deployment shop/web}
 */
public record Step(
        String id, ObjectKey key, Verb verb, Optional<MapNode> body, Optional<Fingerprint> expects, String does) {
    /** Name the calls that there are. */
    public enum Verb {
        /** Create or update to what the body says, then wait until that runs. */
        APPLY,
        /** Change the fields that the body names and no other; they become nobody's, and the object does not become ours. */
        PATCH,
        /** Take fields over from another tool, without changing any. */
        ADOPT,
        /** Give a field to whoever will set it from now on, at the value that it has. */
        HAND_OVER,
        /** Delete, and wait until it is gone. */
        DELETE,
        /** Delete the object and leave what it owns running. */
        DELETE_ORPHAN
    }

    public Step {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(verb, "verb");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(expects, "expects");
        Objects.requireNonNull(does, "does");
    }

    /** Without the body: a raw edit may have written the value of a secret into it. */
    @Override
    public String toString() {
        return does;
    }
}
