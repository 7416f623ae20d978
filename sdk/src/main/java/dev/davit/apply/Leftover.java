package dev.davit.apply;

import dev.davit.apply.Journal.Unfinished;
import dev.davit.model.ResourceKey;
import dev.davit.plan.Action;
import dev.davit.plan.Change;
import dev.davit.plan.Effect;
import dev.davit.plan.Evidence;
import dev.davit.plan.Impact;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Plan;
import dev.davit.plan.PlanException;
import dev.davit.plan.Step;
import dev.davit.plan.Step.Verb;
import dev.davit.plan.Wave;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds what runs before this one wrote and did not see become ready. A new plan has nothing to do for such an object, since
 * it says what it is to say; but what needs it must still wait for it, and nothing may be deleted before.
 */
final class Leftover {
    /** What a run that nobody knows of left behind: not even its identity is known. */
    static final Written UNKNOWN = new Written("", "", false);

    private final Map<ObjectKey, Change> changes = new LinkedHashMap<>();
    private final Map<String, Written> done = new HashMap<>();
    private final Set<ObjectKey> unchanged;
    private final Plan next;
    private final Set<String> held = new HashSet<>();
    private Optional<Plan> frame = Optional.empty();

    private Leftover(Plan next) {
        this.next = next;
        unchanged = new HashSet<>(next.unchanged());
    }

    /** Looks into the journal before a plan is begun with, or gone on with. */
    static Leftover of(Journal journal, Plan next, boolean resumed, List<Release> releases, Predicate<Step> isReady) {
        Leftover leftover = new Leftover(next);
        if (!resumed && isUnknown(journal, releases)) {
            leftover.look(isReady);
            leftover.hold();
            return leftover;
        }
        try {
            journal.leftover().ifPresent(plan -> leftover.take(plan, step -> true));
            if (!resumed) {
                Optional<Unfinished> unfinished = journal.unfinished();
                Predicate<String> isOpen = id -> unfinished
                        .filter(it -> it.begun().contains(id) && !it.ready().contains(id))
                        .isPresent();
                journal.unfinishedPlan().ifPresent(plan -> leftover.take(plan, step -> isOpen.test(step.id())));
                unfinished.ifPresent(it -> leftover.done.putAll(it.done()));
            }
        } catch (PlanException changed) {
            // As if there were no journal: what it would have told is lost, and nothing else.
        }
        leftover.hold();
        return leftover;
    }

    /** The last apply did not come to its end, and this machine knows nothing of it: it ran elsewhere, or its journal is lost. */
    private static boolean isUnknown(Journal journal, List<Release> releases) {
        return releases.stream()
                .max(Comparator.comparingInt(Release::number))
                .filter(it -> it.state() != Release.State.DONE)
                .filter(it -> journal.unfinished()
                        .filter(known -> known.release() == it.number())
                        .isEmpty())
                .isPresent();
    }

    /** Looks at each object that is as it is to be: which of them the other run left unready, nobody wrote down. */
    private void look(Predicate<Step> isReady) {
        frame = Optional.of(next);
        for (ObjectKey key : next.unchanged()) {
            Step step = new Step("left " + key, key, Verb.APPLY, Optional.empty(), Optional.empty(), "wait for " + key);
            if (!isReady.test(step)) {
                changes.put(
                        key,
                        new Change.Builder()
                                .key(key)
                                .action(Action.UPDATE)
                                .resource(resource(key))
                                .impact(Impact.of(Effect.NONE, Evidence.ASSUMED, "an earlier run wrote it"))
                                .rank(Integer.MAX_VALUE)
                                .addSteps(step)
                                .build());
            }
        }
    }

    private Optional<ResourceKey> resource(ObjectKey key) {
        return next.wanted().objects().stream()
                .filter(it -> it.name().equals(key.name()) && key.kind().matches(Pattern.quote(it.kind()) + "(\\..*)?"))
                .flatMap(it -> it.resource().stream())
                .findFirst();
    }

    private static boolean deletes(Step step) {
        return step.verb() == Verb.DELETE || step.verb() == Verb.DELETE_ORPHAN;
    }

    /**
     * Finds the steps that must wait: all deletions, and what needs one of these objects. The others go first, as one of them
     * may be what makes the object ready at last.
     */
    private void hold() {
        if (changes.isEmpty()) {
            return;
        }
        Set<ResourceKey> needing = needing();
        int shared = changes.values().stream()
                .filter(it -> it.resource().isEmpty())
                .mapToInt(Change::rank)
                .min()
                .orElse(Integer.MAX_VALUE);
        for (Change change : next.changes()) {
            boolean waits = change.rank() > shared
                    || change.resource().filter(needing::contains).isPresent();
            change.steps().stream().filter(it -> waits || deletes(it)).forEach(it -> held.add(it.id()));
        }
    }

    /** Follows the needs backwards, from what is left to all that needs it directly or through others. */
    private Set<ResourceKey> needing() {
        Map<ResourceKey, List<ResourceKey>> neededBy = new HashMap<>();
        next.wanted()
                .needs()
                .forEach((from, all) -> all.forEach(to ->
                        neededBy.computeIfAbsent(to, key -> new ArrayList<>()).add(from)));
        Deque<ResourceKey> open = new ArrayDeque<>();
        changes.values().forEach(it -> it.resource().ifPresent(open::add));
        Set<ResourceKey> needing = new HashSet<>();
        while (!open.isEmpty()) {
            neededBy.getOrDefault(open.remove(), List.of()).stream()
                    .filter(needing::add)
                    .forEach(open::add);
        }
        return needing;
    }

    /** Says whether a step of the new plan must wait. */
    boolean holds(Step step) {
        return held.contains(step.id());
    }

    private void take(Plan plan, Predicate<Step> begun) {
        frame = Optional.of(plan);
        for (Change change : plan.changes()) {
            change.steps().stream()
                    .filter(step -> step.verb() == Verb.APPLY && unchanged.contains(step.key()) && begun.test(step))
                    .forEach(step -> changes.put(
                            step.key(),
                            new Change.Builder()
                                    .from(change)
                                    .steps(List.of(step))
                                    .build()));
        }
    }

    /** Gives it as a plan, so that it can be kept until it is known to be ready. */
    Optional<Plan> plan() {
        return changes.isEmpty()
                ? Optional.empty()
                : frame.map(it -> new Plan.Builder()
                        .from(it)
                        .changes(changes.values())
                        .waves(List.of(new Wave(1, wave().steps(), "")))
                        .build());
    }

    /** Gives the wave that comes before all that is held. */
    Wave wave() {
        List<Step> steps =
                changes.values().stream().flatMap(it -> it.steps().stream()).toList();
        return new Wave(0, steps, "");
    }

    /** Gives what is known of what the steps left behind; where nothing is, they are made again, which changes nothing. */
    Map<String, Written> done() {
        Map<String, Written> known = new HashMap<>();
        wave().steps()
                .forEach(step -> Optional.ofNullable(done.get(step.id()))
                        .or(() -> step.body().isEmpty() ? Optional.of(UNKNOWN) : Optional.empty())
                        .ifPresent(it -> known.put(step.id(), it)));
        return known;
    }
}
