package dev.davit.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Definition;
import dev.davit.Evaluation;
import dev.davit.Image;
import dev.davit.Raw;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.check.Finding;
import dev.davit.document.Sha256;
import dev.davit.source.Compiled;
import dev.davit.source.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssemblyJsonTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);
    private static final Images IMAGES = new Images(Map.of("worker", "acme/worker:9"));

    private static Synthesis synthesis(Definition definition) {
        List<Target> targets = List.of(new PlainTarget("render"), new PlainTarget("kubernetes"));
        return new Synthesizer(targets, List.of(), TODAY).synthesize(Evaluation.of(definition, "prod"), IMAGES);
    }

    private static String json(Synthesis synthesis) {
        return synthesis.artifacts().get(0).text();
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", "examples"), 2)) {
            return files.filter(it -> it.toString().endsWith(".java")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_assembly_of_an_example_keeps_the_schema(Path source) throws IOException {
        String name = source.getFileName().toString().replace(".java", "");
        Synthesis synthesis =
                synthesis(Compiled.of(name, Files.readString(source)).definition(name));
        assertThat(synthesis.findings()).isEmpty();
        assertThat(AssemblySchema.violations(json(synthesis))).isEmpty();
    }

    @Test
    void one_of_everything_keeps_the_schema_and_is_written_whole() throws IOException {
        Synthesis synthesis = synthesis(new Everything());
        assertThat(synthesis.findings()).isEmpty();
        assertThat(AssemblySchema.violations(json(synthesis))).isEmpty();
        Golden.assertSame("everything.json", json(synthesis));
    }

    @Test
    void findings_with_and_without_a_place_keep_the_schema() {
        Synthesis synthesis = synthesis(infra -> {
            var web = infra.webService("web", Image.of("a/b:1"), w -> w.env("9", "x"));
            infra.acknowledge("NOP001", "no such rule", LocalDate.of(2026, 1, 1));
            infra.deployTo(Render.region(Region.OHIO).raw(web, Raw.remove("/nothing"), Raw.set("/forbidden", 1)));
        });
        assertThat(synthesis.findings()).extracting(Finding::id).containsExactly("ACK001", "DEF003", "ACK002");
        assertThat(AssemblySchema.violations(json(synthesis))).isEmpty();
    }

    @Test
    void the_schema_can_say_no() {
        String json = json(synthesis(new Everything()));
        assertThat(AssemblySchema.violations(json.replaceFirst("\"stage\"", "\"stages\"")))
                .isNotEmpty();
        assertThat(AssemblySchema.violations(json.replaceFirst("\"kind\": \"user\"", "\"kind\": \"guess\"")))
                .isNotEmpty();
        assertThat(AssemblySchema.violations(json.replaceFirst("\"until\": \"2027", "\"until\": \"soon 2027")))
                .isNotEmpty();
        assertThat(AssemblySchema.violations(
                        json.replaceFirst("\"portability\": \"exact\"", "\"portability\": \"so\"")))
                .isNotEmpty();
        assertThat(AssemblySchema.violations(
                        json.replaceFirst("(\"path\": \"render/[^\"]*\",\\s*\"sha256\": \")", "$1x")))
                .isNotEmpty();
    }

    @Test
    void each_file_is_listed_with_its_digest_and_its_length() {
        Synthesis synthesis = synthesis(new Everything());
        List<Artifact> files =
                synthesis.artifacts().subList(1, synthesis.artifacts().size());
        assertThat(files).hasSizeGreaterThan(5);
        for (Artifact file : files) {
            assertThat(file.sha256()).isEqualTo(Sha256.hex(file.text().getBytes(StandardCharsets.UTF_8)));
            assertThat(json(synthesis))
                    .contains("\"path\": \"" + file.path() + "\",\n          \"sha256\": \"" + file.sha256()
                            + "\",\n          \"bytes\": " + file.bytes().length);
        }
    }

    @Test
    void raw_edits_are_in_the_files_and_in_the_assembly() {
        Synthesis synthesis = synthesis(new Everything());
        Artifact web = synthesis.artifacts().stream()
                .filter(it -> it.path().equals("render/web.yaml"))
                .findFirst()
                .orElseThrow();
        assertThat(web.text())
                .contains("  RAW: \"1\"\n")
                .contains("list:\n  - item\n  - 2.5\n")
                .doesNotContain("port:");
        assertThat(json(synthesis)).contains("\"text\": \".raw(web, Raw.add(\\\"/list/-\\\", ...))\"");
    }
}
