package dev.davit.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Image;
import dev.davit.Kubernetes;
import dev.davit.KubernetesObject;
import dev.davit.Raw;
import dev.davit.check.Finding;
import dev.davit.document.MapNode;
import dev.davit.k8s.KubernetesTarget;
import dev.davit.schema.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Objects that no resource becomes, beside those that resources become. */
class OwnObjectsTest {
    private static List<String> violations(KubernetesObject object) {
        Made made = Made.of(infra ->
                infra.deployTo(Kubernetes.settings().existingNamespace("shop").object(object)));
        MapNode tree = made.object(object.kind(), object.name());
        return new KubernetesTarget()
                .validate(tree).stream().map(Violation::message).toList();
    }

    @Test
    void they_are_in_a_file_of_their_own_that_kustomize_lists() {
        Made made = Made.of(infra -> infra.deployTo(Kubernetes.settings()
                .object(KubernetesObject.of("v1", "ConfigMap", "one").set("/data/key", "1"))
                .object(KubernetesObject.of("v1", "ConfigMap", "two").namespace("other"))));

        assertThat(made.files().get("00-objects.yaml")).isEqualTo("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: one
                  namespace: stacked
                data:
                  key: "1"
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: two
                  namespace: other
                """);
        assertThat(made.files().get(Kustomization.PATH)).contains("- 00-objects.yaml");
    }

    @Test
    void a_kind_that_the_schema_knows_to_have_no_namespace_gets_none() {
        Made made = Made.of(infra -> infra.deployTo(Kubernetes.settings()
                .object(KubernetesObject.of("scheduling.k8s.io/v1", "PriorityClass", "batch")
                        .set("/value", 1))
                .object(KubernetesObject.of("example.com/v1", "Planet", "mars").clusterWide())));

        assertThat(made.files().get("00-objects.yaml")).doesNotContain("namespace");
    }

    @Test
    void a_namespace_of_others_is_not_made() {
        Made made = Made.of(infra -> infra.deployTo(Kubernetes.settings()
                .existingNamespace("theirs")
                .object(KubernetesObject.of("v1", "ConfigMap", "one"))));

        assertThat(made.files()).doesNotContainKey("00-namespace.yaml");
        assertThat(made.files().get("00-objects.yaml")).contains("namespace: theirs");
    }

    @Test
    void who_says_what_the_namespace_is_to_be_gets_no_other() {
        Made made = Made.of(infra -> infra.deployTo(Kubernetes.settings()
                .namespace("shop")
                .object(KubernetesObject.of("v1", "Namespace", "shop").label("team", "search"))));

        assertThat(made.synthesized.objects()).hasSize(1);
        assertThat(made.files().get("00-objects.yaml")).contains("team: search");
    }

    @Test
    void two_of_one_name_are_refused_unless_their_group_or_namespace_differs() {
        Made made = Made.of(infra -> {
            infra.worker("web", Image.of("a/b:1"));
            infra.deployTo(Kubernetes.settings()
                    .object(KubernetesObject.of("apps/v1", "Deployment", "web"))
                    .object(KubernetesObject.of("example.com/v1", "Deployment", "web"))
                    .object(KubernetesObject.of("apps/v1", "Deployment", "web").namespace("other")));
        });

        assertThat(made.findings)
                .filteredOn(it -> it.id().equals("K8S009"))
                .singleElement()
                .extracting(Finding::what)
                .isEqualTo("Deployment/web is there twice");
    }

    @Test
    void a_field_that_the_schema_does_not_know_is_a_warning_and_a_kind_that_it_does_not_know_is_left_to_the_server() {
        assertThat(violations(KubernetesObject.of("v1", "ConfigMap", "it").set("/dta", Map.of())))
                .singleElement()
                .asString()
                .contains("data");
        assertThat(violations(
                        KubernetesObject.of("example.com/v1", "Planet", "mars").set("/spec", Raw.map("moons", 2))))
                .isEmpty();
        assertThat(violations(KubernetesObject.of("apps/v1", "Deploymnt", "web")))
                .singleElement()
                .asString()
                .contains("the nearest is \"Deployment\"");
    }

    @Test
    void a_secret_that_somebody_makes_is_said_how_to_make() {
        Made made = Made.of(infra ->
                infra.deployTo(Kubernetes.settings().existingNamespace("shop").secret("db", "user", "password")));

        assertThat(made.files().get(Kustomization.PATH))
                .contains(
                        "kubectl --namespace shop create secret generic db --from-file=user=FILE --from-file=password=FILE");
    }

    @Test
    void a_secret_of_a_name_that_no_cluster_takes_is_refused() {
        Made made = Made.of(infra -> infra.deployTo(Kubernetes.settings().secret("Not_A_Name")));

        assertThat(made.findings).extracting(Finding::id).contains("K8S008");
    }
}
