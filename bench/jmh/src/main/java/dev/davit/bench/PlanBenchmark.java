package dev.davit.bench;

import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import dev.davit.plan.Action;
import dev.davit.plan.Change;
import dev.davit.plan.Comparison;
import dev.davit.plan.Effect;
import dev.davit.plan.Evidence;
import dev.davit.plan.Impact;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Place;
import dev.davit.plan.Plan;
import dev.davit.plan.Planner;
import dev.davit.plan.Step;
import dev.davit.plan.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;

/** Measure the way from what a comparison found to a plan. */
public class PlanBenchmark extends Measured {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    /** Kinds in the order in which a cluster takes them; what is not among them comes last. */
    private static final List<String> RANKS = List.of("Namespace", "Secret", "Service", "NetworkPolicy", "Deployment");

    private final Wanted wanted;
    private final Comparison comparison;

    /** Find that all objects of the definition are to be created. */
    public PlanBenchmark() {
        Desired desired = Services.desired(Services.VERSION);
        wanted = Wanted.of(desired, Optional.empty());
        List<Change> changes =
                desired.objects().stream().map(PlanBenchmark::creation).toList();
        comparison = new Comparison(
                new Place("kubernetes", "context bench", "bench"),
                changes,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0);
    }

    private static Change creation(DesiredObject object) {
        ObjectKey key = new ObjectKey(object.kind(), "bench", object.name());
        int rank = RANKS.indexOf(object.kind());
        return new Change.Builder()
                .key(key)
                .action(Action.CREATE)
                .resource(object.resource())
                .rank(rank < 0 ? RANKS.size() : rank)
                .impact(Impact.of(Effect.NONE, Evidence.PROVEN, "nothing runs on it yet"))
                .addSteps(new Step(
                        object.address(),
                        key,
                        Step.Verb.APPLY,
                        Optional.of(object.tree()),
                        Optional.empty(),
                        "apply " + key))
                .build();
    }

    /** Put the steps in order and cut the order into waves. */
    @Benchmark
    public Plan plan() {
        return Planner.plan(wanted, comparison, NOW, NOW.plus(Duration.ofHours(1)));
    }
}
