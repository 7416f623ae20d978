package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.DocumentReader;
import dev.davit.document.MapNode;
import dev.davit.importing.Decision;
import dev.davit.importing.Imported;
import dev.davit.plan.Action;
import dev.davit.plan.Change;
import dev.davit.plan.Comparison;
import dev.davit.plan.Wanted;
import dev.davit.render.api.RenderApi;
import dev.davit.render.blueprint.BlueprintSchema;
import dev.davit.render.importing.BlueprintFile;
import dev.davit.render.importing.BlueprintImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Render itself made of a Blueprint is as Davit wants it after an import: nothing but the adoption is left to do. The files are of
 * public repositories; all of them are tried with {@code -Ddavit.noise=all}.
 */
class NoiseTest {
    private static final Path CORPUS = Path.of("src/test/corpus/valid");
    private static final String REPOSITORY = "https://example.com/shop";
    private static final long SEED = 2026;
    private static final int FILES = 20;

    @TempDir
    private Path folder;

    private static List<Path> shuffled() {
        try (Stream<Path> files = Files.list(CORPUS)) {
            List<Path> all = new ArrayList<>(files.sorted().toList());
            Collections.shuffle(all, new Random(SEED));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says what differs; empty if nothing does, and nothing at all if Render refuses the file. */
    private Optional<List<String>> differences(Path file) throws IOException {
        Imported imported = BlueprintImporter.read(BlueprintFile.read(file), Optional.empty(), "Shop");
        Synth synth = Synth.of(imported.definition());
        if (!isTaken(imported, synth)) {
            return Optional.empty();
        }
        Wanted wanted = new BlueprintTarget().wanted(synth.output().desired());
        try (Whole whole = new Whole(folder);
                RenderApi api = whole.api()) {
            try {
                new Sync(api, whole.sandbox.ownerId(), REPOSITORY).run(Files.readString(file));
            } catch (RuntimeException refused) {
                if (Boolean.getBoolean("davit.noise.refused")) {
                    System.out.println("REFUSED " + file.getFileName() + " " + refused);
                }
                return Optional.empty();
            }
            return Optional.of(lines(whole.connection().compare(wanted, Whole.adopting())));
        }
    }

    /** What Render's schema refuses means nothing there, and what the import had to guess means something else. */
    private static boolean isTaken(Imported imported, Synth synth) {
        boolean guessed = imported.decisions().stream().anyMatch(it -> it.kind() == Decision.Kind.UNDERSTOOD);
        return !guessed
                && BlueprintSchema.check((MapNode) DocumentReader.read("render.yaml", synth.blueprint())
                                .get(0))
                        .isEmpty();
    }

    private static List<String> lines(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        comparison.blockers().forEach(it -> lines.add("BLOCKED " + it.what()));
        for (Change change : comparison.changes()) {
            if (change.action() != Action.ADOPT) {
                lines.add(change.action() + " " + change.key());
            }
            change.fields()
                    .forEach(
                            it -> lines.add(change.key() + " " + it.path() + ": " + it.before() + " to " + it.after()));
            change.foreign().forEach(it -> lines.add(change.key() + " others " + it.path() + ": " + it.value()));
        }
        comparison.foreign().forEach(it -> lines.add(it.key() + " others " + it.fields()));
        return lines;
    }

    @Test
    void what_render_made_of_a_file_is_what_davit_wants_of_it() throws IOException {
        boolean all = "all".equals(System.getProperty("davit.noise"));
        int tried = 0;
        List<String> differences = new ArrayList<>();
        for (Path file : shuffled()) {
            if (tried < FILES || all) {
                Optional<List<String>> found = differences(file);
                tried += found.isPresent() ? 1 : 0;
                found.orElse(List.of()).forEach(it -> differences.add(file.getFileName() + " " + it));
            }
        }
        if (all) {
            System.out.println(tried + " files are taken");
        }
        assertThat(differences).as("of " + tried + " files").isEmpty();
        assertThat(tried).isGreaterThanOrEqualTo(FILES);
    }
}
