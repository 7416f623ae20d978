package dev.davit.target;

import java.util.Set;

/**
 * Hold the permissions that a user gave for one comparison.
 *
 * @param adopt whether objects of other tools may become ours
 * @param forceFields fields of others that may be taken over, as conflicts name them: {@code Deployment shop/web spec.replicas}
 * @param deletes stateful objects that may be deleted, as {@code ObjectKey} writes them: each needs its own word
 */
public record CompareOptions(boolean adopt, Set<String> forceFields, Set<String> deletes) {
    public CompareOptions {
        forceFields = Set.copyOf(forceFields);
        deletes = Set.copyOf(deletes);
    }

    /** Permit nothing. */
    public static CompareOptions cautious() {
        return new CompareOptions(false, Set.of(), Set.of());
    }
}
