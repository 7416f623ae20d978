package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.Json;
import dev.davit.document.MapNode;
import dev.davit.schema.JsonSchema;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubernetesImportTest {
    private static final String OBJECTS = """
            # The shop.
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: web, namespace: shop}
            data:
              LEVEL: info
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: db, namespace: shop}
            stringData: {password: hunter2-0f9e8d7c6b5a}
            """;

    @TempDir
    private Path scratch;

    private Shell shell;

    @BeforeEach
    void aFolder() throws Exception {
        shell = new Shell(scratch);
        Files.createDirectories(shell.work().resolve("k8s"));
        write("k8s/web.yaml", OBJECTS);
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(shell.work().resolve(name), text);
    }

    private String read(String name) throws Exception {
        return Files.readString(shell.work().resolve(name));
    }

    @Test
    void a_folder_becomes_java_that_synthesizes_to_the_same() throws Exception {
        Child.Result result = shell.run("davit import k8s && davit synth Shop.java --stdout");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err())
                .contains("0 differences", "of k8s; 4 changed on purpose")
                .contains("secret     k8s/web.yaml:8:1  Secret shop/db is known by its name alone")
                .contains("raw        k8s/web.yaml:2:1  an object is taken over as it is")
                .doesNotContain("hunter2");
        assertThat(read("Shop.java")).isEqualTo("""
                import dev.davit.*;

                // The shop.
                class Shop implements Definition {
                    @Override public void define(Infra infra) {
                        var cluster = Kubernetes.settings().existingNamespace("shop");
                        cluster.secret("db", "password");

                        cluster.object(KubernetesObject.of("v1", "ConfigMap", "web").set("/data/LEVEL", "info"));

                        infra.deployTo(cluster);
                    }
                }
                """);
        assertThat(result.out()).contains("kind: ConfigMap", "LEVEL: info");
    }

    @Test
    void what_another_tool_prints_is_read_from_the_standard_input() throws Exception {
        for (String command :
                new String[] {"davit import - --stdout < k8s/web.yaml", "cat k8s/web.yaml | davit import - --stdout"}) {
            Child.Result result = shell.run(command);

            assertThat(result.code()).as(result.err()).isZero();
            assertThat(result.out()).contains("class Shop implements Definition");
            assertThat(result.err()).contains("values of standard input");
        }
    }

    @Test
    void the_platform_is_what_the_file_looks_like_unless_it_is_named() throws Exception {
        assertThat(shell.run("davit import k8s/web.yaml --check").code()).isZero();
        Child.Result render = shell.run("davit import k8s/web.yaml --from render --check");
        assertThat(render.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(render.err()).contains("the file holds 2 documents");
        write("render.yaml", "services: []\n");
        Child.Result kubernetes = shell.run("davit import render.yaml --from kubernetes --check");
        assertThat(kubernetes.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(kubernetes.err()).contains("this is no Kubernetes object", "render.yaml:1");
    }

    @Test
    void a_namespace_can_be_named_for_objects_that_name_none() throws Exception {
        write("k8s/web.yaml", OBJECTS.replace(", namespace: shop", ""));

        assertThat(shell.run("davit import k8s --stdout").out()).contains("existingNamespace(\"default\")");
        assertThat(shell.run("davit import k8s --namespace team --stdout").out())
                .contains("class Team", "existingNamespace(\"team\")");
    }

    @Test
    void the_report_for_machines_keeps_its_schema() throws Exception {
        Child.Result result = shell.run("davit import k8s --check --output json");
        MapNode report = (MapNode) Json.read("report", result.out().getBytes(StandardCharsets.UTF_8));

        assertThat(JsonSchema.resource(ExitCode.class, "import.schema.json").validate(report))
                .isEmpty();
        assertThat(result.out()).contains("\"file\": \"k8s/web.yaml\"").doesNotContain("hunter2");
    }

    @Test
    void what_does_not_fit_together_is_refused_before_anything_is_read() throws Exception {
        for (String arguments : new String[] {"", "k8s --live", "k8s --context c", "k8s --selector app=web"}) {
            Child.Result result = shell.run("davit import " + arguments);
            assertThat(result.code()).as(arguments).isEqualTo(ExitCode.USAGE);
            assertThat(result.err()).startsWith("error: ").contains("fix  ");
        }
        Child.Result live = shell.run("davit import --live --from render");
        assertThat(live.code()).isEqualTo(ExitCode.NO_PERMISSION);
        assertThat(live.err()).contains("RENDER_API_KEY", "fix  ");
    }

    @Test
    void a_manifest_is_checked_without_any_java() throws Exception {
        write("k8s/web.yaml", OBJECTS.replace("\ndata:", "\ndta:"));
        Child.Result result = shell.run("davit check k8s/web.yaml");

        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.FINDINGS);
        assertThat(result.out())
                .contains(
                        "SCH001",
                        "ConfigMap shop/web/dta is no field",
                        "--> k8s/web.yaml:5",
                        "SEC001",
                        "k8s/web.yaml:8")
                .doesNotContain("hunter2");
    }

    @Test
    void a_cluster_that_is_not_configured_is_said_to_be_so() throws Exception {
        Child.Result result = shell.with("KUBECONFIG", "none").run("davit import --live");

        assertThat(result.code()).isNotZero();
        assertThat(result.err()).startsWith("error: ").contains("fix  ").doesNotContain("\tat ");
    }
}
