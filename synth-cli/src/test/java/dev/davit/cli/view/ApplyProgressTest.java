package dev.davit.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.cli.Golden;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    /** An apply that fails in its second wave. */
    private void apply(ApplyProgress progress) {
        progress.begins(3);
        progress.wave(1, 2, 1);
        progress.starts("a", "apply ConfigMap shop/settings");
        after(1);
        progress.ends("a", "apply ConfigMap shop/settings", "");
        progress.wave(2, 2, 2);
        progress.starts("b", "apply Deployment shop/api");
        progress.starts("c", "apply Deployment shop/web");
        progress.waits("b", "2 of 3 pods ready; pulling image");
        after(29);
        progress.tick();
        after(1);
        progress.tick();
        progress.ends("c", "apply Deployment shop/web", "2 pods ready");
        after(64);
        progress.fails(
                "b",
                "apply Deployment shop/api",
                "ImagePullBackOff",
                List.of("Warning Failed: acme/api:1.9.0 not found\u001b[2J", "log: listening on 8080"));
        progress.keepInSight("running calls finish, then it stops; again: stop at once");
        progress.close();
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
                        " wave 1/2 1 step",
                        " done     apply ConfigMap shop/settings  1s",
                        " wave 2/2 2 steps",
                        " done     apply Deployment shop/web  2 pods ready  30s",
                        " FAILED   apply Deployment shop/api  ImagePullBackOff  1m34s",
                        "          Warning Failed: acme/api:1.9.0 not found\\u001b[2J",
                        "          log: listening on 8080",
                        " stop     running calls finish, then it stops; again: stop at once");
    }

    @Test
    void the_region_never_grows_higher_than_a_small_terminal() {
        ApplyProgress progress = ApplyProgress.onTerminal(err, 80, false, clock);
        progress.begins(100);
        for (int i = 0; i < 100; i++) {
            progress.starts("step" + i, "apply ConfigMap shop/settings-of-a-long-name-" + i);
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
