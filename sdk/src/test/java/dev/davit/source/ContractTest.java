package dev.davit.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Evaluation;
import dev.davit.model.Assembly;
import dev.davit.model.Placement;
import dev.davit.target.Artifact;
import dev.davit.target.Images;
import dev.davit.target.Synthesizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The class that the design of the language is measured against, as it is printed there. */
class ContractTest {
    private final String printed = resource("/contract/DocAi.java.txt");
    private final String deployTo = resource("/contract/deploy-to.txt");

    @Test
    void the_example_compiles_as_printed_and_means_what_it_says() throws IOException {
        Evaluation evaluation = Evaluation.of(Compiled.of("DocAi", printed).definition("DocAi"), "prod");
        assertThat(evaluation.assembly().problems()).isEmpty();
        Golden.assertSame("doc-ai.json", assemblyJson(evaluation));
    }

    @Test
    void the_two_lines_that_place_it_compile_and_split_it() {
        String placed = printed.replace("    infra.output(\"url\"", deployTo + "    infra.output(\"url\"");
        assertThat(placed).isNotEqualTo(printed);
        Assembly assembly = Evaluation.of(Compiled.of("DocAi", placed).definition("DocAi"), "prod")
                .assembly();
        assertThat(assembly.problems()).isEmpty();
        assertThat(placedOn("render", assembly))
                .containsExactly("job queue \"jobs\"", "worker \"ingest\"", "web service \"web\"");
        assertThat(placedOn("kubernetes", assembly))
                .containsExactly("private service \"inference\"", "secret \"hf-token\"", "model \"qwen\"");
        assertThat(assembly.placement("kubernetes").setting("namespace"))
                .hasValueSatisfying(it -> assertThat(it.value()).isEqualTo("doc-ai"));
    }

    @Test
    void without_debug_information_a_call_is_named_by_class_and_method() {
        var definition = Compiled.of("DocAi", printed, "-g:none").definition("DocAi");
        Assembly assembly = Evaluation.of(definition, "prod").assembly();
        assertThat(assembly.specs())
                .allSatisfy(spec -> assertThat(
                                spec.declaration().created().location().orElseThrow())
                        .hasToString("DocAi.define"));
        assertThat(assembly.specs().get(1).origin("memory").location().orElseThrow())
                .hasToString("DocAi.define");
    }

    private static List<String> placedOn(String target, Assembly assembly) {
        Placement placement = assembly.placement(target);
        return assembly.placed(placement).stream().map(Object::toString).toList();
    }

    private static String assemblyJson(Evaluation evaluation) {
        Artifact json = new Synthesizer(List.of(), List.of(), LocalDate.of(2027, 1, 1))
                .synthesize(evaluation, Images.NONE)
                .artifacts()
                .get(0);
        return json.text();
    }

    private static String resource(String name) {
        try (InputStream in = ContractTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
