package dev.davit.cli.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.davit.Definition;
import dev.davit.Evaluation;
import dev.davit.Infra;
import dev.davit.model.Assembly;
import dev.davit.model.Kind;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failing law prints can be pasted into a file and run. */
class ProgramTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_program_means_what_it_prints(long seed) throws Exception {
        Program program = RandomProgram.of(seed, 14);
        Assembly made = Evaluation.of(program, "prod").assembly();
        Assembly printed = Evaluation.of(compiled(program.toString()), "prod").assembly();

        assertThat(made.problems()).isEmpty();
        assertThat(printed.specs())
                .extracting(it -> it.key(), it -> it.properties())
                .isEqualTo(made.specs().stream()
                        .map(it -> tuple(it.key(), it.properties()))
                        .toList());
        assertThat(printed.placements())
                .extracting(it -> it.target(), it -> it.named())
                .isEqualTo(made.placements().stream()
                        .map(it -> tuple(it.target(), it.named()))
                        .toList());
    }

    @Test
    void all_kinds_are_drawn() {
        Set<Kind> drawn = EnumSet.noneOf(Kind.class);
        for (long seed = 0; seed < 20; seed++) {
            Evaluation.of(RandomProgram.of(seed, 14), "prod").assembly().specs().forEach(it -> drawn.add(it.kind()));
        }
        assertThat(drawn).containsExactlyInAnyOrder(Kind.values());
    }

    private Definition compiled(String java) throws IOException, ReflectiveOperationException {
        Path source = Files.writeString(folder.resolve("Program.java"), java);
        URL sdk = Infra.class.getProtectionDomain().getCodeSource().getLocation();
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        "-cp",
                        Path.of(sdk.getPath()).toString(),
                        source.toString());
        assertThat(code).as(java).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, Infra.class.getClassLoader())) {
            var constructor = loader.loadClass("Program").getDeclaredConstructor();
            constructor.setAccessible(true);
            Definition definition = (Definition) constructor.newInstance();
            Evaluation.of(definition, "prod");
            return definition;
        }
    }
}
