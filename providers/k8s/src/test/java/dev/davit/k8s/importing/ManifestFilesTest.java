package dev.davit.k8s.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.importing.Decision;
import dev.davit.importing.ImportException;
import dev.davit.importing.Imported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read, and what is refused in words. */
class ManifestFilesTest {
    private static final String CONFIG = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: %s}
            data: {key: "1"}
            """;

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void a_folder_is_read_with_all_below_it_but_what_is_hidden() throws IOException {
        write("one.yaml", CONFIG.formatted("one"));
        write("deep/two.yml", CONFIG.formatted("two"));
        write("three.json", "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"three\"}}");
        write(".hidden/four.yaml", CONFIG.formatted("four"));
        write("notes.txt", "none");

        assertThat(Imports.of(folder).source().text())
                .contains("\"one\"", "\"two\"", "\"three\"")
                .doesNotContain("four");
    }

    @Test
    void what_is_no_object_is_left_out_of_a_folder_and_said_to_be() throws IOException {
        write("one.yaml", CONFIG.formatted("one"));
        write("values.yaml", "replicas: 2\n");

        assertThat(Imports.of(folder).decisions())
                .filteredOn(it -> it.kind() == Decision.Kind.LEFT_OUT)
                .singleElement()
                .satisfies(it -> assertThat(it.file()).endsWith("values.yaml"));
    }

    @Test
    void a_file_that_is_named_must_hold_objects() throws IOException {
        Path file = write("values.yaml", "replicas: 2\n");

        assertThatThrownBy(() -> Imports.of(file))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("this is no Kubernetes object")
                .hasMessageContaining("values.yaml:1");
    }

    @Test
    void a_list_is_its_items() {
        Imported imported = Imports.of("""
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: v1, kind: ConfigMap, metadata: {name: one}}
                - {apiVersion: v1, kind: ServiceAccount, metadata: {name: two}}
                """);

        assertThat(imported.source().text())
                .contains("KubernetesObject.of(\"v1\", \"ConfigMap\", \"one\")")
                .contains("KubernetesObject.of(\"v1\", \"ServiceAccount\", \"two\")");
    }

    @Test
    void a_kustomization_that_only_lists_is_read_and_one_that_changes_is_refused() throws IOException {
        write("one.yaml", CONFIG.formatted("one"));
        write("other.yaml", CONFIG.formatted("other"));
        Path list = write("kustomization.yaml", "resources: [one.yaml]\n");

        assertThat(Imports.of(folder).source().text()).contains("\"one\"").doesNotContain("other");
        Files.writeString(list, "resources: [one.yaml]\nnamePrefix: x-\n");
        assertThatThrownBy(() -> Imports.of(folder))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("Davit does not run kustomize")
                .hasMessageContaining("namePrefix")
                .hasMessageContaining("kubectl kustomize");
        assertThatThrownBy(() -> Imports.of("apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n"))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("Davit does not run kustomize");
    }

    @Test
    void a_kustomization_that_lists_itself_is_read_once() throws IOException {
        write("one.yaml", CONFIG.formatted("one"));
        write(
                "kustomization.yaml",
                "resources: [one.yaml, ., one.yaml, ../%s/one.yaml]\n".formatted(folder.getFileName()));

        Imported imported = Imports.of(folder);

        assertThat(imported.source().text()).contains("\"one\"");
        assertThat(imported.decisions()).noneMatch(it -> it.what().contains("twice"));
    }

    @Test
    void a_file_of_which_nothing_can_be_imported_is_refused() {
        assertThatThrownBy(() -> Imports.of("apiVersion: v1\nkind: ConfigMap\nmetadata: foo\n"))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("there is nothing to import")
                .hasMessageContaining("without a name");
        assertThatThrownBy(() -> Imports.of("{apiVersion: v1, kind: ConfigMap, metadata: {name: 1}}"))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("which is text");
    }

    @Test
    void a_custom_kind_whose_name_ends_like_a_list_is_an_object() {
        Imported imported =
                Imports.of("{apiVersion: example.com/v1, kind: AllowList, metadata: {name: a}, items: [a, b]}");

        assertThat(Imports.differences(imported)).isEmpty();
        assertThat(imported.source().text()).contains("\"AllowList\"", ".set(\"/items\", List.of(\"a\", \"b\"))");
    }

    @Test
    void a_map_of_many_entries_is_one_value() {
        StringBuilder many = new StringBuilder("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: many}\ndata:\n");
        for (int key = 0; key < 1500; key++) {
            many.append("  key").append(key).append(": \"x").append(key).append("\"\n");
        }
        Imported imported = Imports.of(many.toString());

        assertThat(Imports.differences(imported)).isEmpty();
        assertThat(imported.proof().explained()).isEmpty();
        assertThat(imported.source().text()).contains(".set(\"/data\", Raw.map(");
    }

    @Test
    void a_template_is_refused_and_braces_in_a_text_are_not() throws IOException {
        assertThatThrownBy(() -> Imports.of(Path.of("src/test/manifests/refused/template.yaml")))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("this is a template")
                .hasMessageContaining("helm template");
        assertThat(Imports.of(CONFIG.formatted("one").replace("\"1\"", "\"{{ now }}\""))
                        .source()
                        .text())
                .contains("{{ now }}");
    }

    @Test
    void of_two_objects_of_one_name_the_second_counts_as_with_kubectl() {
        Imported imported = Imports.of(
                CONFIG.formatted("one") + "---\n" + CONFIG.formatted("one").replace("1", "2"));

        assertThat(Imports.differences(imported)).isEmpty();
        assertThat(imported.source().text()).contains("\"2\"").doesNotContain("\"1\"");
        assertThat(imported.decisions())
                .anyMatch(it -> it.kind() == Decision.Kind.LEFT_OUT && it.what().contains("is there twice"));
    }

    @Test
    void an_object_that_the_server_would_name_is_left_out() {
        Imported imported = Imports.of(CONFIG.formatted("one") + """
                ---
                apiVersion: batch/v1
                kind: Job
                metadata: {generateName: once-}
                """);

        assertThat(imported.decisions())
                .anyMatch(it -> it.kind() == Decision.Kind.LEFT_OUT && it.why().contains("name it anew"));
    }

    @Test
    void words_and_numbers_are_read_as_kubectl_reads_them() {
        assertThat(Imports.of("""
                apiVersion: v1
                kind: Pod
                metadata: {name: one}
                spec:
                  hostNetwork: yes
                  containers:
                  - {name: one, image: a, tty: Off, volumeMounts: [{name: v, mountPath: /v}]}
                  volumes:
                  - {name: v, configMap: {name: c, defaultMode: 0644}}
                """).source().text())
                .contains("\"/spec/hostNetwork\", true")
                .contains("\"tty\", false")
                .contains("\"defaultMode\", 420");
    }

    @Test
    void what_the_server_wrote_is_gone() {
        String text = Imports.of("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: one
                  uid: 5d2f
                  resourceVersion: "77"
                  creationTimestamp: "2026-01-01T00:00:00Z"
                  generation: 3
                  managedFields: [{manager: me}]
                  annotations: {kubectl.kubernetes.io/last-applied-configuration: "{}", keep: me}
                status: {}
                """).source().text();

        assertThat(text)
                .contains(".annotation(\"keep\", \"me\")")
                .doesNotContain("5d2f", "77", "2026", "manager", "status");
    }

    @Test
    void comments_stay_where_they_were() {
        assertThat(Imports.of("""
                # About all of it.

                # The settings.
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: one
                data:
                  # How loud.
                  LEVEL: info # not debug
                  MODE: fast
                """).source().text())
                .containsSubsequence(
                        "// About all of it.",
                        "class Stack",
                        "// How loud.",
                        "// not debug",
                        ".set(\"/data/LEVEL\", \"info\")",
                        ".set(\"/data/MODE\", \"fast\")");
    }

    @Test
    void a_comment_that_is_indented_deeper_than_what_follows_belongs_to_what_is_before_it() {
        assertThat(Imports.of("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: one}
                data:
                  LEVEL: info
                  # MODE: slow
                immutable: true
                """).source().text())
                .containsSubsequence("// MODE: slow", ".set(\"/data/LEVEL\", \"info\")", ".set(\"/immutable\", true)");
    }

    @Test
    void what_the_schema_refuses_is_taken_over_and_said() {
        Imported imported = Imports.of(CONFIG.formatted("one") + "dta: {a: b}\n");

        assertThat(Imports.differences(imported)).isEmpty();
        assertThat(imported.decisions())
                .filteredOn(it -> it.kind() == Decision.Kind.INVALID)
                .singleElement()
                .satisfies(it -> assertThat(it.line()).isEqualTo(5))
                .satisfies(it -> assertThat(it.what()).contains("/dta is no field", "the nearest is \"data\""));
    }

    @Test
    void objects_of_other_namespaces_and_of_none_say_so() {
        Imported imported = Imports.of("""
                {apiVersion: v1, kind: ConfigMap, metadata: {name: one, namespace: shop}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: two, namespace: shop}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: three, namespace: other}}
                ---
                {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: four}, provisioner: x}
                ---
                {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: five}}
                """);

        assertThat(Imports.differences(imported)).isEmpty();
        assertThat(imported.source().text())
                .contains("Kubernetes.settings().existingNamespace(\"shop\")")
                .contains("\"three\").namespace(\"other\")")
                .contains("\"four\")", ".clusterWide()")
                .contains("KubernetesObject.of(\"rbac.authorization.k8s.io/v1\", \"ClusterRole\", \"five\"))");
    }

    @Test
    void an_image_that_is_there_three_times_is_a_variable() {
        String pod = "---\napiVersion: v1\nkind: Pod\nmetadata: {name: p%d}\n"
                + "spec: {containers: [{name: a, image: registry.example.com/acme/app:1.2.3}]}\n";
        Imported imported = Imports.of(pod.formatted(1) + pod.formatted(2) + pod.formatted(3));

        assertThat(Imports.differences(imported)).isEmpty();
        assertThat(imported.source().text())
                .contains("var image = \"registry.example.com/acme/app:1.2.3\";")
                .contains("Raw.map(\"name\", \"a\", \"image\", image)");
    }

    @Test
    void what_is_too_large_for_a_method_is_cut_into_several() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            all.append("---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c")
                    .append(i)
                    .append("}\ndata:\n");
            for (int key = 0; key < 100; key++) {
                all.append("  key").append(key).append(": \"").append(i * key).append("\"\n");
            }
        }
        Imported imported = Imports.of(all.toString());

        assertThat(Imports.differences(imported)).isEmpty();
        assertThat(imported.source().text()).contains("private static void objects2(Kubernetes cluster) {");
    }

    @Test
    void an_object_that_no_method_holds_is_left_out_and_said_to_be() {
        StringBuilder large = new StringBuilder(
                CONFIG.formatted("small") + "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: large}\ndata:\n");
        for (int key = 0; key < 3000; key++) {
            large.append("  key").append(key).append(": \"x\"\n");
        }
        Imported imported = Imports.of(large.toString());

        assertThat(Imports.differences(imported)).isEmpty();
        assertThat(imported.decisions())
                .anyMatch(it -> it.kind() == Decision.Kind.LEFT_OUT && it.what().contains("default/large"));
    }
}
