package dev.davit.k8s.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.importing.Decision;
import dev.davit.importing.Imported;
import dev.davit.k8s.manifest.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Davit writes, and what people wrote, comes back as Java that makes the same objects. */
class ManifestImportTest {
    private static final Path EXAMPLES = Path.of("..", "..", "examples");
    private static final Path GOLDEN = Path.of("src/test/golden");
    private static final Path MANIFESTS = Path.of("src/test/manifests");

    static Stream<Path> manifests() throws IOException {
        return folders(MANIFESTS).filter(it -> !it.endsWith("refused"));
    }

    static Stream<Path> outputs() throws IOException {
        Stream<Path> examples =
                folders(EXAMPLES).map(it -> it.resolve("expected/kubernetes")).filter(Files::isDirectory);
        return Stream.concat(examples, Stream.of(GOLDEN.resolve("shop"), GOLDEN.resolve("lab")));
    }

    private static Stream<Path> folders(Path parent) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void what_people_wrote_comes_back_unchanged(Path folder) {
        Imported imported = Imports.of(folder);

        assertThat(Imports.differences(imported)).isEmpty();
        assertThat(imported.proof().explained()).isEmpty();
        assertThat(imported.raw()).isEqualTo(imported.values());
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void what_davit_wrote_comes_back_as_the_resources_that_it_was(Path folder) {
        Imported imported = Imports.of(folder);

        assertThat(Imports.differences(imported)).isEmpty();
        // Only a static site has no way back: how its files are made is in no manifest.
        assertThat(imported.decisions())
                .filteredOn(it -> it.kind() == Decision.Kind.RAW)
                .allMatch(it -> it.path().matches(".* \\S+/docs(-nginx-[0-9a-f]{8})?"));
    }

    @Test
    void the_java_reads_as_if_written_by_hand() {
        Map<String, String> files = new TreeMap<>();
        Map.of(
                        "llm", EXAMPLES.resolve("llm-on-kubernetes/expected/kubernetes"),
                        "shop", GOLDEN.resolve("shop"),
                        "lab", GOLDEN.resolve("lab"),
                        "mysql", MANIFESTS.resolve("mysql"),
                        "gateway", MANIFESTS.resolve("gateway"),
                        "metrics", MANIFESTS.resolve("metrics-server"))
                .forEach((name, folder) -> files.put(
                        name + ".java.txt", Imports.of(folder).source().text()));

        Golden.assertSame("import", files);
    }

    @ParameterizedTest
    @ValueSource(strings = {"llm", "lab", "gateway", "metrics"})
    void no_line_is_wider_than_a_screen(String name) throws IOException {
        assertThat(Files.readString(GOLDEN.resolve("import/" + name + ".java.txt"))
                        .lines())
                .allMatch(it -> it.length() <= 120 || it.indexOf(' ', 30) < 0);
    }

    @Test
    void a_patch_of_an_overlay_becomes_a_typed_call_or_a_raw_edit() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(EXAMPLES.resolve("quickstart/expected/kubernetes"))) {
            for (Path file : files.sorted().toList()) {
                if (!file.endsWith("kustomization.yaml")) {
                    all.append("---\n").append(Files.readString(file));
                }
            }
        }
        Imported imported = Imports.of(all.toString()
                .replace("maxReplicas: 4", "maxReplicas: 9")
                .replace("minReadySeconds: 5", "minReadySeconds: 11"));

        assertThat(Imports.differences(imported)).isEmpty();
        assertThat(imported.source().text())
                .contains("Scale.between(2, 9).cpu(70)")
                .contains("cluster.raw(web, \"Deployment\", Raw.set(\"/spec/minReadySeconds\", 11))")
                .contains("cluster.raw(worker, \"Deployment\", Raw.set(\"/spec/minReadySeconds\", 11))")
                .doesNotContain("KubernetesObject");
    }

    @Test
    void what_lacks_an_object_of_a_resource_is_no_resource() throws IOException {
        String budget = Files.readString(EXAMPLES.resolve("quickstart/expected/kubernetes/worker.yaml"))
                .replaceAll("(?s)---\napiVersion: policy/v1.*?(?=---)", "");

        Imported imported = Imports.of(budget);

        assertThat(Imports.differences(imported)).isEmpty();
        assertThat(imported.source().text()).doesNotContain("infra.worker").contains("KubernetesObject");
    }
}
