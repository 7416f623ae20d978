package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is applied to a workspace is there afterwards, and nothing is left to do. */
class ApplyTest {
    private static final Path EXAMPLES = Path.of("..", "..", "examples");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "rag-on-render", "static-and-cron", "doc-ai"})
    void right_after_an_apply_nothing_differs_and_a_second_one_writes_nothing(String example) throws IOException {
        String blueprint = Files.readString(EXAMPLES.resolve(example).resolve("expected/render/render.yaml"));
        try (Whole whole = new Whole(folder)) {
            whole.apply(blueprint);
            int before = whole.requests();
            Plan again = whole.plan(blueprint);
            assertThat(again.changes()).isEmpty();
            assertThat(again.blockers()).isEmpty();
            assertThat(again.unchanged())
                    .hasSize(Whole.wanted(blueprint).objects().size());
            whole.carryOut(again);
            assertThat(whole.writesSince(before)).isEmpty();
            whole.clear();
        }
    }
}
