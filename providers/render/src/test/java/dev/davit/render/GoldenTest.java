package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.davit.Definition;
import dev.davit.render.stack.Elsewhere;
import dev.davit.render.stack.EveryKind;
import dev.davit.render.stack.EverySetting;
import dev.davit.render.stack.OwnWords;
import dev.davit.render.stack.PartsInText;
import dev.davit.render.stack.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each definition in the package {@code stack} becomes the files in the folder of its name below {@code golden}. */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static List<Definition> definitions() {
        return List.of(
                new EveryKind(), new EverySetting(), new OwnWords(), new PartsInText(), new Elsewhere(), new Refused());
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void a_definition_becomes_its_blueprint_its_findings_and_its_verdicts(Definition definition) throws IOException {
        Synth synth = Synth.of(definition);
        Map<String, String> actual = new TreeMap<>(Map.of(
                "render.yaml", synth.blueprint(),
                "findings.txt", synth.allFindings() + "\n",
                "portability.txt", synth.verdicts() + "\n"));
        Path folder = GOLDEN.resolve(definition.getClass().getSimpleName());
        if (Boolean.getBoolean("davit.update")) {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : actual.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            fail("golden files below " + folder
                    + " are rewritten: look at the difference, then run without -Ddavit.update");
        }
        for (Map.Entry<String, String> file : actual.entrySet()) {
            assertThat(file.getValue()).as(file.getKey()).isEqualTo(Files.readString(folder.resolve(file.getKey())));
        }
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void two_runs_give_the_same_bytes(Definition definition) {
        assertThat(Synth.of(definition).blueprint())
                .isEqualTo(Synth.of(definition).blueprint());
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void a_blueprint_keeps_render_s_own_schema(Definition definition) {
        assertThat(Synth.of(definition).ids()).doesNotContain("SCH001", "SCH002");
    }
}
