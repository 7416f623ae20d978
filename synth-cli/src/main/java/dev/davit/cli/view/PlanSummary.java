package dev.davit.cli.view;

import dev.davit.plan.Action;
import dev.davit.plan.Change;
import dev.davit.plan.Expectation;
import dev.davit.plan.Plan;
import dev.davit.plan.Seconds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a plan into a few words: how much changes, and the worst of it. */
public final class PlanSummary {
    private static final int SHORT_ID = 12;
    private static final String RECORDED = "by the record of the last apply";

    private PlanSummary() {}

    /** Name a plan in so few digits that people can compare them; {@code --plan-hash} takes them, too. */
    public static String id(Plan plan) {
        return plan.digest().substring(0, SHORT_ID);
    }

    /** Count what happens: {@code 4 create, 1 delete}; {@code no changes} where nothing does. */
    public static String counts(Plan plan) {
        List<String> parts = new ArrayList<>();
        for (Action action : Action.values()) {
            long number =
                    plan.changes().stream().filter(it -> it.action() == action).count();
            if (number > 0) {
                parts.add(number + " " + action.name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        return parts.isEmpty() ? "no changes" : String.join(", ", parts);
    }

    /** Counts what stays, and how much of it was not asked about: {@code 500 unchanged, 498 of them by the record of the last apply}. */
    static String unchanged(Plan plan) {
        int all = plan.unchanged().size();
        int recorded = plan.recorded().size();
        return all + " unchanged"
                + (recorded == 0 ? "" : ", " + (recorded == all ? "" : recorded + " of them ") + RECORDED);
    }

    static Optional<Change> worst(Plan plan) {
        return plan.changes().stream().max(Comparator.comparing(Change::impact));
    }

    /** Writes how long a plan takes: {@code 40s to 2m10s (web web: as its last 3 deploys), 1 of unknown length on top}. */
    static Optional<String> expected(Plan plan) {
        return Expectation.of(plan)
                .filter(it -> it.seconds().most() > 0 || it.unknown() > 0)
                .map(it -> range(it.seconds())
                        + longest(plan)
                        + (it.unknown() == 0 ? "" : ", " + it.unknown() + " of unknown length on top"));
    }

    private static String range(Seconds seconds) {
        if (seconds.least() == seconds.most()) {
            return "about " + elapsed(seconds.most());
        }
        return seconds.least() == 0
                ? "up to " + elapsed(seconds.most())
                : elapsed(seconds.least()) + " to " + elapsed(seconds.most());
    }

    private static String longest(Plan plan) {
        return plan.changes().stream()
                .filter(it -> most(it) > 0)
                .max(Comparator.comparing(PlanSummary::most))
                .map(it -> " (" + it.key() + ": " + it.estimate().orElseThrow().reason() + ")")
                .orElse("");
    }

    private static long most(Change change) {
        return change.estimate().map(it -> it.seconds().most()).orElse(0L);
    }

    private static String elapsed(long seconds) {
        return Elapsed.of(Duration.ofSeconds(seconds));
    }

    /** Counts the objects that are not as they are to be: those that change, and those that are in the way. */
    static int touched(Plan plan) {
        return Math.toIntExact(Stream.concat(
                        plan.changes().stream().map(Change::key),
                        plan.blockers().stream().flatMap(it -> it.key().stream()))
                .distinct()
                .count());
    }

    static int foreign(Plan plan) {
        return plan.changes().stream().mapToInt(it -> it.foreign().size()).sum()
                + plan.foreign().stream().mapToInt(it -> it.fields().size()).sum();
    }
}
