package dev.davit.cli.fault.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.cli.Child;
import dev.davit.cli.Shell;
import dev.davit.render.sandbox.Fault;
import dev.davit.render.sandbox.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An apply to Render of some forty writes: killed after each of them in turn, or each answer lost. */
@Tag("slow-render")
class CrashTest {
    private static final String APPLY = "apply Many.java --yes --concurrency 2";

    @TempDir
    private Path scratch;

    private Shell shell;
    private Path before;

    /** Half of it was there before: each crash begins with the state that an earlier apply left. */
    @BeforeEach
    void an_earlier_apply() throws Exception {
        shell = new Shell(scratch);
        before = scratch.resolve("before.json");
        Fleet.defineBefore(shell);
        try (Harbour harbour = new Harbour(shell, it -> it.keptIn(before))) {
            harbour.davit(0, APPLY);
        }
        Fleet.defineMany(shell);
    }

    private Harbour harbour(String name) throws IOException {
        Path state = Files.copy(before, scratch.resolve(name + ".json"));
        return new Harbour(shell, it -> it.keptIn(state)).lease(4);
    }

    @Test
    void killed_after_any_write_and_run_again_it_ends_as_if_it_had_never_been_killed() throws Exception {
        List<String> clean;
        long writes;
        try (Harbour harbour = harbour("clean")) {
            harbour.davit(0, APPLY);
            writes = harbour.writes();
            clean = harbour.objects();
            harbour.isAtItsGoal("many", "here");
        }
        assertThat(writes).isGreaterThan(35);
        Harbour.inLanes(4, writes, number -> crash(number, clean));
    }

    /** Counts what is made while the apply runs: groups, stores, services, domains, links and deploys. */
    @Test
    void an_answer_that_is_lost_to_any_creation_makes_nothing_twice() throws Exception {
        List<String> clean;
        long creations;
        try (Harbour harbour = harbour("heard")) {
            int earlier = harbour.sandbox().log().size();
            harbour.davit(0, APPLY);
            creations = harbour.sandbox().log().stream()
                    .skip(earlier)
                    .filter(it -> it.method().equals("POST"))
                    .count();
            clean = harbour.objects();
        }
        assertThat(creations).isGreaterThan(12);
        Harbour.inLanes(4, creations, number -> lose(number, clean));
    }

    private void lose(int number, List<String> clean) throws Exception {
        try (Harbour harbour = harbour("lost-" + number)) {
            AtomicInteger seen = new AtomicInteger();
            harbour.failing((request, method, path) -> method.equals("POST") && seen.incrementAndGet() == number
                    ? Optional.of(Fault.cutAfter())
                    : Optional.empty());
            harbour.davit(0, APPLY);
            assertThat(harbour.objects())
                    .as("the answer to creation %d is lost", number)
                    .isEqualTo(clean);
            harbour.isAtItsGoal("many", "here");
        }
    }

    private void crash(int number, List<String> clean) throws Exception {
        try (Harbour harbour = harbour("crash-" + number)) {
            AtomicReference<Process> davit = new AtomicReference<>();
            harbour.failing(number % 2 == 0 ? unheard(number, davit) : heard(number, davit));
            davit.set(harbour.start(APPLY));
            Child.Result killed = Shell.finish(davit.get());
            assertThat(killed.code()).as("write %d: %s", number, killed.err()).isIn(137, 0);

            harbour.failing(FaultPlan.none());
            String again = number % 3 == 0 && harbour.isResumable("many") ? APPLY + " --resume" : APPLY;
            boolean went = harbour.davit(0, again).err().contains(" release ");
            assertThat(harbour.objects()).as("killed after write %d", number).isEqualTo(clean);
            if (went) {
                harbour.isAtItsGoal("many", "here");
            } else {
                harbour.isDone("many", "here");
            }
        }
    }

    /** The write is done, and whoever asked for it is no more. */
    private static FaultPlan unheard(int write, AtomicReference<Process> davit) {
        long[] seen = {0};
        return (number, method, path) -> {
            if (!method.equals("GET") && ++seen[0] == write) {
                Shell.kill(davit.get());
            }
            return Optional.empty();
        };
    }

    /** The write is done and was heard of; the next request, whatever it is, is not made any more. */
    private static FaultPlan heard(int write, AtomicReference<Process> davit) {
        long[] seen = {0};
        return (number, method, path) -> {
            if (seen[0] >= write) {
                Shell.kill(davit.get());
                return Optional.of(Fault.cutBefore());
            }
            seen[0] += method.equals("GET") ? 0 : 1;
            return Optional.empty();
        };
    }
}
