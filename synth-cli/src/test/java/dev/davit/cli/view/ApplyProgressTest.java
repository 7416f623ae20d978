package dev.davit.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.Event;
import dev.davit.apply.StepResult;
import dev.davit.cli.Golden;
import dev.davit.plan.Plan;
import dev.davit.plan.Step;
import dev.davit.plan.Step.Verb;
import dev.davit.plan.Wave;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplyProgressTest {
    private static final Path KEPT = Path.of("src/test/cases/plan-view");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private Instant now = Instant.parse("2026-11-25T14:02:31Z");
    private final InstantSource clock = () -> now;

    private void after(int seconds) {
        now = now.plusSeconds(seconds);
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Step step(String kind, String name) {
        return Plans.step(kind + "/" + name, Verb.APPLY, kind, name);
    }

    /** An apply that fails in its second wave. */
    private void apply(ApplyProgress progress) {
        Step settings = step("ConfigMap", "settings");
        Step api = step("Deployment.apps", "api");
        Step web = step("Deployment.apps", "web");
        Wave first = new Wave(1, List.of(settings), "");
        Wave second = new Wave(2, List.of(api, web), "ConfigMap shop/settings");
        Plan plan = Plans.plan().addWaves(first, second).build();
        progress.accept(new Event.LeaseAwaited("ann@laptop/7-ab", Duration.ofSeconds(2)));
        progress.accept(new Event.Begun(plan, 42, false));
        progress.accept(new Event.WaveBegun(first, 2));
        progress.accept(new Event.StepBegun(settings, 1));
        after(1);
        progress.accept(ended(settings, 1, StepResult.State.DONE, "unchanged", 1));
        progress.accept(new Event.WaveBegun(second, 2));
        progress.accept(new Event.StepBegun(api, 2));
        progress.accept(new Event.StepBegun(web, 2));
        progress.accept(new Event.StepWaits(api, "2 of 3 pods ready; pulling image"));
        after(29);
        progress.tick();
        after(1);
        progress.tick();
        progress.accept(ended(web, 2, StepResult.State.DONE, "2 of 2 pods ready", 30));
        after(64);
        progress.accept(ended(
                api,
                2,
                StepResult.State.FAILED,
                "ImagePullBackOff",
                94,
                "Warning Failed: acme/api:1.9.0 not found\u001b[2J",
                "log: listening on 8080"));
        progress.accept(new Event.Stopping("told to stop"));
        progress.close();
    }

    static Event ended(Step step, int wave, StepResult.State state, String detail, int seconds, String... evidence) {
        return new Event.StepEnded(Plans.result(step, wave, state, detail, seconds, evidence));
    }

    @Test
    void in_a_log_there_is_a_line_per_change_and_one_each_thirty_seconds() throws Exception {
        apply(ApplyProgress.inLines(err, clock));

        Golden.assertHolds(KEPT.resolve("progress-lines.txt"), written());
        assertThat(written()).doesNotContain("\u001b");
    }

    @Test
    void on_a_terminal_one_region_is_drawn_again_and_gone_at_the_end() throws Exception {
        apply(ApplyProgress.onTerminal(err, 80, false, clock));

        Golden.assertHolds(KEPT.resolve("progress-region.txt"), written().replace("\u001b", "ESC"));
        assertThat(new Screen(written()).lines())
                .containsExactly(
                        " waiting  ann@laptop/7-ab applies this stack; 2s",
                        " release  this is release 42 of shop/prod",
                        " wave 1/2 1 step",
                        " done     apply ConfigMap shop/settings  unchanged  1s",
                        " wave 2/2 2 steps",
                        " done     apply Deployment shop/web  2 of 2 pods ready  30s",
                        " FAILED   apply Deployment shop/api  ImagePullBackOff  1m34s",
                        "          Warning Failed: acme/api:1.9.0 not found\\u001b[2J",
                        "          log: listening on 8080",
                        " stop     told to stop: calls that run are finished; Ctrl-C again stops at once");
    }

    @Test
    void the_region_never_grows_higher_than_a_small_terminal() {
        ApplyProgress progress = ApplyProgress.onTerminal(err, 80, false, clock);
        for (int i = 0; i < 100; i++) {
            progress.accept(new Event.StepBegun(step("ConfigMap", "settings-of-a-long-name-" + i), 1));
        }

        assertThat(new Screen(written()).lines()).hasSize(12).allMatch(it -> it.length() < 80);
    }

    /** What a terminal shows after it got some text; it knows the two sequences that the region sends. */
    private record Screen(String text) {
        List<String> lines() {
            java.util.ArrayList<String> lines = new java.util.ArrayList<>();
            for (String part : text.split("(?=\u001b\\[\\d+A\u001b\\[J)")) {
                String rest = part;
                if (part.startsWith("\u001b")) {
                    int up = Integer.parseInt(part.substring(2, part.indexOf('A')));
                    lines.subList(lines.size() - up, lines.size()).clear();
                    rest = part.substring(part.indexOf('J') + 1);
                }
                rest.lines().forEach(lines::add);
            }
            return lines;
        }
    }
}
