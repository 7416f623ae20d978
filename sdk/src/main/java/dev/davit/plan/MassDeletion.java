package dev.davit.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Block what reads as "delete all" and is more often a slip: a definition that wants nothing, or one that has lost most of what
 * the stack has. A typed name, as for destroying a stack, is what it takes to mean it.
 */
public final class MassDeletion {
    /** Up to so many deletions are nothing to ask about, however small the stack is. */
    private static final int FEW = 4;

    private MassDeletion() {}

    /**
     * Add what stands in the way.
     *
     * @param permitted how many objects may be deleted though they are more than half of the stack
     */
    public static Comparison guard(Wanted wanted, Comparison found, int permitted) {
        Optional<Blocker> blocker = blocker(wanted, found, permitted);
        if (blocker.isEmpty()) {
            return found;
        }
        List<Blocker> blockers = new ArrayList<>(found.blockers());
        blockers.add(blocker.get());
        return found.withBlockers(blockers);
    }

    private static Optional<Blocker> blocker(Wanted wanted, Comparison found, int permitted) {
        long deletions = count(found, Action.DELETE);
        long there = deletions
                + count(found, Action.UPDATE)
                + count(found, Action.REPLACE)
                + found.unchanged().size()
                + found.kept().size();
        String where =
                wanted.stack() + "/" + wanted.stage() + " at " + found.place().name();
        if (deletions > 0 && isEmpty(wanted)) {
            return Optional.of(new Blocker(
                    Optional.empty(),
                    "the definition is empty, and the stack has " + there + (there == 1 ? " object" : " objects"),
                    where,
                    "this would delete " + deletions + " of them; an empty definition is more often a slip than meant",
                    "davit destroy deletes a stack; else look whether it is the right definition and --stage"));
        }
        return deletions > FEW && deletions * 2 > there && deletions > permitted
                ? Optional.of(new Blocker(
                        Optional.empty(),
                        "it would delete " + deletions + " of the stack's " + there + " objects",
                        where,
                        "more than half of a stack goes at once more often by a slip than meant",
                        "if they are to go: --allow-deletions " + deletions))
                : Optional.empty();
    }

    /** A namespace holds others and is nothing by itself. */
    private static boolean isEmpty(Wanted wanted) {
        return wanted.objects().stream()
                .allMatch(it -> it.resource().isEmpty() && it.kind().equals("Namespace"));
    }

    private static long count(Comparison found, Action action) {
        return found.changes().stream().filter(it -> it.action() == action).count();
    }
}
