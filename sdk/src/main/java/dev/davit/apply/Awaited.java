package dev.davit.apply;

import dev.davit.plan.Change;
import dev.davit.plan.Plan;
import dev.davit.plan.Step;
import dev.davit.plan.Step.Verb;
import dev.davit.plan.Wave;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says which steps are waited for where nobody wants to wait: what follows them would hurt if it came too early.
 *
 * @param all whether all are
 * @param deletes whether the plan deletes something
 * @param sent the steps of the plan that are not waited for, by id
 */
record Awaited(boolean all, boolean deletes, Set<String> sent) {
    static Awaited of(Plan plan, boolean isAwaiting) {
        List<Wave> waves = plan.waves();
        int last = waves.size() - 1;
        while (last >= 0 && waves.get(last).steps().stream().noneMatch(Awaited::deletes)) {
            last--;
        }
        Set<String> sent = new HashSet<>();
        waves.subList(Math.max(0, last), waves.size())
                .forEach(wave -> wave.steps().forEach(it -> sent.add(it.id())));
        for (Change change : plan.changes()) {
            List<Step> steps = change.steps();
            steps.subList(0, steps.size() - 1).forEach(it -> sent.remove(it.id()));
        }
        return new Awaited(isAwaiting, last >= 0, sent);
    }

    private static boolean deletes(Step step) {
        return step.verb() == Verb.DELETE || step.verb() == Verb.DELETE_ORPHAN;
    }

    /** Says it of a step of the plan, or of one that an earlier run left. */
    boolean includes(Step step, int wave) {
        return all || (wave == 0 ? deletes : !sent.contains(step.id()));
    }
}
