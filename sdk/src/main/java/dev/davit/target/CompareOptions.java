package dev.davit.target;

import dev.davit.plan.Action;
import dev.davit.plan.Change;
import dev.davit.plan.FieldChange;
import dev.davit.plan.Plan;
import java.util.HashSet;
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

    /**
     * Permit what a plan does, for comparing again what was approved: adoptions, deletions, and the fields that it sets, each
     * for the objects that it names.
     */
    public static CompareOptions approvedBy(Plan plan) {
        Set<String> fields = new HashSet<>();
        Set<String> deletes = new HashSet<>();
        for (Change change : plan.changes()) {
            change.fields().stream()
                    .filter(FieldChange::isOurs)
                    .forEach(it -> fields.add(change.key() + " " + it.path()));
            if (change.action() == Action.DELETE) {
                deletes.add(change.key().toString());
            }
        }
        boolean adopts = plan.changes().stream().anyMatch(it -> it.action() == Action.ADOPT);
        return new CompareOptions(adopts, fields, deletes);
    }

    /** Permit what either does. */
    public CompareOptions and(CompareOptions other) {
        Set<String> fields = new HashSet<>(forceFields);
        fields.addAll(other.forceFields());
        Set<String> both = new HashSet<>(deletes);
        both.addAll(other.deletes());
        return new CompareOptions(adopt || other.adopt(), fields, both);
    }

    /** Permit nothing. */
    public static CompareOptions cautious() {
        return new CompareOptions(false, Set.of(), Set.of());
    }
}
