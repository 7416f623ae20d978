package dev.davit.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OutputFolderLaws {
    /** Content tells who wrote it, so that no stranger's file is ever equal to one of Davit's. */
    private static final String FOREIGN = "foreign ";

    private static final List<String> PATHS = List.of("a", "b", "c/a", "c/b", "c/d/a", "e");

    /** A write, perhaps killed after some steps, or a stranger who puts a file where none is. */
    record Act(Map<String, String> artifacts, int stepsUntilCrash, String strangersPath) {}

    @Property(tries = 300)
    void no_sequence_of_writes_and_crashes_touches_a_foreign_file(@ForAll("acts") List<Act> acts) throws IOException {
        try (Scratch scratch = new Scratch()) {
            Map<String, String> foreign = new HashMap<>();
            for (Act act : acts) {
                perform(act, scratch.folder(), foreign);
                for (var file : foreign.entrySet()) {
                    assertThat(scratch.folder().resolve(file.getKey())).hasContent(file.getValue());
                }
            }
        }
    }

    @Property(tries = 300)
    void a_write_that_is_killed_anywhere_is_completed_by_the_next(
            @ForAll("artifacts") Map<String, String> before,
            @ForAll("artifacts") Map<String, String> killed,
            @ForAll("artifacts") Map<String, String> after)
            throws IOException {
        for (int steps = 0; crashes(before, killed, after, steps); steps++) {
            assertThat(steps).isLessThan(100);
        }
    }

    private static boolean crashes(
            Map<String, String> before, Map<String, String> killed, Map<String, String> after, int steps)
            throws IOException {
        try (Scratch scratch = new Scratch()) {
            OutputFolder.at(scratch.folder()).write(files(before));
            boolean crashed = writeUntil(scratch.folder(), killed, steps);
            OutputFolder.at(scratch.folder()).write(files(after));
            assertThat(scratch.files()).isEqualTo(after);
            return crashed;
        }
    }

    private static void perform(Act act, Path folder, Map<String, String> foreign) throws IOException {
        Path file = folder.resolve(act.strangersPath());
        if (Files.notExists(file) && (Files.notExists(file.getParent()) || Files.isDirectory(file.getParent()))) {
            try {
                Files.createDirectories(file.getParent());
            } catch (IOException aFileIsAbove) {
                return;
            }
            Files.writeString(file, FOREIGN + act.strangersPath());
            foreign.put(act.strangersPath(), FOREIGN + act.strangersPath());
        }
        try {
            writeUntil(folder, act.artifacts(), act.stepsUntilCrash());
        } catch (OutputException refused) {
            assertThat(refused.what()).endsWith("is in the way");
        }
    }

    private static boolean writeUntil(Path folder, Map<String, String> artifacts, int steps) {
        try {
            new OutputFolder(folder, new CrashingWork(steps)).write(files(artifacts));
            return false;
        } catch (CrashingWork.Crash crash) {
            return true;
        }
    }

    private static List<Artifact> files(Map<String, String> artifacts) {
        return artifacts.entrySet().stream()
                .map(it -> Artifact.of(it.getKey(), it.getValue()))
                .toList();
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(artifacts(), Arbitraries.integers().between(0, 30), Arbitraries.of(PATHS))
                .as(Act::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Map<String, String>> artifacts() {
        return Arbitraries.maps(Arbitraries.of(PATHS), Arbitraries.of("1", "2", "3"))
                .ofMaxSize(4);
    }
}
