package dev.davit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What cannot work does not compile. Each file of {@code src/test/refused} is the body of {@code define}; the line after one
 * that starts with {@code //!} is refused, with the message that stands there.
 */
class RefusedByJavacTest {
    private static final Path FOLDER = Path.of("src/test/refused");
    private static final String MARK = "//!";
    private static final List<String> HEAD = List.of(
            "import dev.davit.*; import java.time.*; class Snippet implements Definition {",
            "@Override public void define(Infra infra) {");

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_line_is_refused_and_no_other(String file) throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve(file));
        int mark = mark(lines);
        List<Compiled.Mistake> mistakes = compile(lines).mistakes();
        if (Boolean.getBoolean("davit.update")) {
            update(file, lines, mark, mistakes);
        }
        assertThat(mistakes)
                .containsExactly(new Compiled.Mistake(
                        HEAD.size() + mark + 2,
                        lines.get(mark).substring(MARK.length()).strip()));
    }

    /** Else a snippet could be refused for a slip of its own. */
    @ParameterizedTest
    @MethodSource("cases")
    void without_the_line_the_rest_compiles(String file) throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve(file));
        int refused = mark(lines) + 1;
        List<String> rest = Stream.concat(
                        lines.subList(0, refused).stream(), lines.subList(refused + 1, lines.size()).stream())
                .toList();
        assertThat(compile(rest).mistakes()).isEmpty();
    }

    @Test
    void there_are_cases_for_every_promise() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(25);
    }

    private static int mark(List<String> lines) {
        for (int i = 0; i < lines.size() - 1; i++) {
            if (lines.get(i).strip().startsWith(MARK)) {
                return i;
            }
        }
        throw new AssertionError("no line starts with " + MARK);
    }

    private static Compiled compile(List<String> body) {
        return Compiled.of("Snippet", String.join("\n", HEAD) + "\n" + String.join("\n", body) + "\n}}\n");
    }

    private static void update(String file, List<String> lines, int mark, List<Compiled.Mistake> mistakes)
            throws IOException {
        String message =
                mistakes.stream().map(Compiled.Mistake::message).findFirst().orElse("compiles");
        List<String> updated = new java.util.ArrayList<>(lines);
        updated.set(mark, MARK + " " + message);
        Files.writeString(FOLDER.resolve(file), String.join("\n", updated) + "\n");
        fail(file + " is rewritten: look at the difference, then run without -Ddavit.update");
    }
}
