package dev.davit.source;

import dev.davit.Evaluation;
import dev.davit.check.FindingText;
import dev.davit.target.Images;
import dev.davit.target.Synthesizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a definition is reported all at once, each finding with the user's line. */
class BrokenDefinitionsTest {
    private static final Path FOLDER = Path.of("src/test/broken");

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(it -> it.getFileName().toString().replace(".java", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_mistake_is_a_finding(String name) throws IOException {
        String body = Files.readString(FOLDER.resolve(name + ".java"));
        String head = "import dev.davit.*; import java.time.*; class Broken implements Definition {"
                + " @Override public void define(Infra infra) {";
        Evaluation evaluation =
                Evaluation.of(Compiled.of("Broken", head + body + "}}").definition("Broken"), "prod");
        String findings = new Synthesizer(List.of(), List.of(), LocalDate.of(2027, 1, 1))
                .synthesize(evaluation, Images.NONE).findings().stream()
                        .map(it -> FindingText.of(it) + "\n")
                        .collect(Collectors.joining("\n"));
        Golden.assertSame("broken/" + name + ".txt", findings);
    }
}
