package dev.davit.cli.fault.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.cli.Child;
import dev.davit.cli.Shell;
import dev.davit.render.sandbox.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two machines apply the same stack at one moment: Render compares nothing, so only the lease stands between them. */
@Tag("slow-render")
class RaceTest {
    private static final int ROUNDS = 3;

    @TempDir
    private Path scratch;

    /** The first round begins with an empty workspace: then even the place where the lease is kept has to be made. */
    @Test
    void one_writes_and_the_other_is_told_so() throws Exception {
        Shell shell = new Shell(scratch);
        Harbour.inLanes(3, 4, seed -> {
            try (Harbour harbour = new Harbour(shell)) {
                // Whoever is first still writes when the other looks.
                harbour.failing(
                        it -> it.matches("(POST|PATCH) /services(/srv-[a-z0-9]+)?"), Fault.slow(Duration.ofSeconds(2)));
                rounds(harbour, shell, seed);
            }
        });
    }

    private static void rounds(Harbour harbour, Shell shell, int seed) throws Exception {
        Random random = new Random(seed);
        for (int round = 1; round <= ROUNDS; round++) {
            String definition = Fleet.defineShopOf(shell, seed, "1." + round + ".0");
            String apply = "apply " + definition + " --yes --lock-timeout 0s";
            int before = harbour.requests();
            Process one = harbour.start("one", apply);
            Thread.sleep(random.nextInt(200));
            Process two = harbour.start("two", apply);
            List<Child.Result> results = List.of(Shell.finish(one), Shell.finish(two));
            assertThat(results)
                    .as("seed %d, round %d: %s", seed, round, results)
                    .extracting(Child.Result::code)
                    .containsExactlyInAnyOrder(0, 4);
            assertThat(harbour.names()).containsExactly("api", "web");
            // Both services are made by calls that look the same; that each was made once, their names say.
            assertThat(harbour.changesSince(before))
                    .filteredOn(it -> !it.equals("POST /services"))
                    .doesNotHaveDuplicates();
            harbour.isAtItsGoal("shop", results.get(0).code() == 0 ? "one" : "two");
        }
    }
}
