package dev.davit.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    @TempDir
    Path temp;

    static List<Example> examples() {
        return Example.ALL;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_becomes_the_files_beside_it(Example example) throws Exception {
        Path out = temp.resolve("out");

        Davit.Run run = new Davit(temp).run("synth", example.source().toString(), "-o", out.toString());

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertGolden(example.expected(), Example.files(out));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void another_locale_zone_and_directory_give_the_same_bytes(Example example) throws Exception {
        Path elsewhere = Files.createDirectories(temp.resolve("dir with space"));
        Path out = temp.resolve("other");

        Davit.Run run = new Davit(
                        elsewhere,
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-Dfile.encoding=ISO-8859-1")
                .run("synth", example.source().toString(), "-o", out.toString());

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(Example.files(out)).isEqualTo(Example.files(example.expected()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_readme_shows_the_example_as_it_is(Example example) throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains("```java\n" + Files.readString(example.source()) + "```\n");
    }

    private static void assertGolden(Path expected, Map<String, String> actual) throws IOException {
        if (Boolean.getBoolean("davit.update")) {
            update(expected, actual);
            fail("golden files below " + expected
                    + " are rewritten: look at the difference, then run without -Ddavit.update");
        }
        assertThat(actual).isEqualTo(Example.files(expected));
    }

    private static void update(Path expected, Map<String, String> actual) throws IOException {
        if (Files.isDirectory(expected)) {
            try (Stream<Path> paths = Files.walk(expected)) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    Files.delete(path);
                }
            }
        }
        for (Map.Entry<String, String> file : actual.entrySet()) {
            Path path = expected.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
