package dev.davit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.k8s.compare.DiffBenchmark;
import dev.davit.plan.Plan;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Benchmarks measure what they say, and run. How fast they are, no test asks. */
class BenchmarksTest {
    @Test
    void each_runs_once() throws RunnerException {
        // Builds may run at the same time on one machine; by default JMH lets one of them run alone, and fails the
        // others.
        System.setProperty("jmh.ignoreLock", "true");

        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .mode(Mode.SingleShotTime)
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();

        assertThat(results)
                .extracting(it -> it.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)", "$1"))
                .containsExactlyInAnyOrder(
                        "ModelBenchmark.evaluate",
                        "SynthBenchmark.objects",
                        "SynthBenchmark.checkedText",
                        "YamlBenchmark.write",
                        "DiffBenchmark.unchanged",
                        "DiffBenchmark.changed",
                        "PlanBenchmark.plan");
    }

    @Test
    void a_hundred_services_are_evaluated_and_synthesized_without_a_finding_that_stops() {
        // With what they share: a queue and a secret. Of a list with references no message could be made.
        assertThat(new ModelBenchmark().evaluate().specs().size()).isEqualTo(Services.COUNT + 2);
        assertThat(new SynthBenchmark().objects().objects().size()).isGreaterThan(5 * Services.COUNT);
        assertThat(new SynthBenchmark().checkedText().stopped()).isFalse();
        assertThat(new YamlBenchmark().write().split("---")).hasSize(Services.COUNT);
    }

    @Test
    void objects_as_they_are_differ_in_nothing_and_those_with_a_new_image_in_that() {
        DiffBenchmark diff = new DiffBenchmark();

        assertThat(diff.size()).isGreaterThan(5 * Services.COUNT);
        assertThat(diff.unchanged()).isEqualTo(diff.size());
        assertThat(diff.changed()).isEqualTo(Services.COUNT);
    }

    @Test
    void a_plan_holds_all_changes_in_more_than_one_wave() {
        Plan plan = new PlanBenchmark().plan();

        assertThat(plan.changes()).hasSizeGreaterThan(5 * Services.COUNT);
        assertThat(plan.waves()).hasSizeGreaterThan(2);
    }
}
