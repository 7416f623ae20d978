package dev.davit.target;

import dev.davit.plan.Action;
import dev.davit.plan.Change;
import dev.davit.plan.FieldChange;
import dev.davit.plan.Plan;
import dev.davit.plan.Verification;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Hold the permissions that a user gave for one comparison, and how sure it is to be.
 *
 * @param adopt whether objects of other tools may become ours
 * @param forceFields fields of others that may be taken over, as conflicts name them: {@code Deployment shop/web spec.replicas}
 * @param deletes stateful objects that may be deleted, as {@code ObjectKey} writes them: each needs its own word
 * @param verification how it makes sure that an object stays as it is
 */
public record CompareOptions(boolean adopt, Set<String> forceFields, Set<String> deletes, Verification verification) {
    public CompareOptions {
        forceFields = Set.copyOf(forceFields);
        deletes = Set.copyOf(deletes);
        Objects.requireNonNull(verification, "verification");
    }

    /** Hold permissions for a comparison that takes the platform's record of the last apply for proof. */
    public CompareOptions(boolean adopt, Set<String> forceFields, Set<String> deletes) {
        this(adopt, forceFields, deletes, Verification.RECORDED);
    }

    /**
     * Permit what a plan does, for comparing again what was approved: adoptions, deletions, and the fields that it sets, each
     * for the objects that it names. What the plan asked about is asked about again: else a change that only a dry run shows
     * would look as if somebody had made it.
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
        return new CompareOptions(adopts, fields, deletes, plan.verification());
    }

    /** Permit what either does, and ask whatever either asks. */
    public CompareOptions and(CompareOptions other) {
        Set<String> fields = new HashSet<>(forceFields);
        fields.addAll(other.forceFields());
        Set<String> both = new HashSet<>(deletes);
        both.addAll(other.deletes());
        return new CompareOptions(adopt || other.adopt(), fields, both, stricter(other));
    }

    private Verification stricter(CompareOptions other) {
        return verification.compareTo(other.verification()) > 0 ? verification : other.verification();
    }

    /** Make sure in another way that an object stays as it is. */
    public CompareOptions verifying(Verification how) {
        return new CompareOptions(adopt, forceFields, deletes, how);
    }

    /** Permit nothing. */
    public static CompareOptions cautious() {
        return new CompareOptions(false, Set.of(), Set.of());
    }
}
