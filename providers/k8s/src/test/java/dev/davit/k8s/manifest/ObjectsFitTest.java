package dev.davit.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Definition;
import dev.davit.document.MapNode;
import dev.davit.model.DesiredObject;
import dev.davit.target.Images;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what kube-linter calls dangling, and other rules about objects that must fit each other. */
class ObjectsFitTest {
    static List<Made> stacks() {
        return List.<Definition>of(new Shop(), new Lab()).stream()
                .map(it -> Made.of(it, Images.NONE))
                .toList();
    }

    private static List<MapNode> all(Made made, String kind) {
        return made.synthesized.objects().stream()
                .filter(it -> it.kind().equals(kind))
                .map(DesiredObject::tree)
                .toList();
    }

    /** kube-linter dangling-service and mismatching-selector; kube-score service-targets-pod. */
    @ParameterizedTest
    @MethodSource("stacks")
    void services_select_pods_and_name_their_ports(Made made) {
        for (MapNode service : all(made, "Service")) {
            MapNode selector = (MapNode) PodsOf.at(service, "spec/selector");
            List<PodsOf.Pod> pods = PodsOf.in(made).stream()
                    .filter(pod -> pod.labels()
                            .entries()
                            .entrySet()
                            .containsAll(selector.entries().entrySet()))
                    .toList();
            assertThat(pods).as(PodsOf.text(service, "metadata/name")).hasSize(1);
            for (MapNode port : PodsOf.maps(service.getMap("spec").orElseThrow().getList("ports"))) {
                assertThat(pods.get(0).programs().toString())
                        .contains("name=" + PodsOf.text(port, "targetPort") + ", containerPort="
                                + PodsOf.text(port, "port"));
            }
        }
    }

    /** kube-linter dangling-ingress and dangling-horizontalpodautoscaler; kube-score deployment-targeted-by-hpa. */
    @ParameterizedTest
    @MethodSource("stacks")
    void what_points_at_an_object_finds_it(Made made) {
        for (MapNode scaler : all(made, "HorizontalPodAutoscaler")) {
            MapNode target = made.object("Deployment", PodsOf.text(scaler, "spec/scaleTargetRef/name"));
            assertThat(PodsOf.at(target, "spec/replicas")).isNull();
        }
        for (MapNode ingress : all(made, "Ingress")) {
            String service = PodsOf.text(ingress, "metadata/name");
            assertThat(ingress.toString()).contains("service={name=" + service);
            assertThat(made.addresses()).contains("Service/" + service);
            assertThat(PodsOf.at(ingress, "spec/tls")).isNotNull();
        }
        for (MapNode set : all(made, "StatefulSet")) {
            assertThat(PodsOf.text(made.object("Service", PodsOf.text(set, "spec/serviceName")), "spec/clusterIP"))
                    .isEqualTo("None");
        }
    }

    /** kube-linter pdb-max-unavailable and pdb-unhealthy-pod-eviction-policy. */
    @ParameterizedTest
    @MethodSource("stacks")
    void budgets_let_nodes_be_drained(Made made) {
        for (MapNode budget : all(made, "PodDisruptionBudget")) {
            assertThat(PodsOf.text(budget, "spec/maxUnavailable")).isEqualTo("1");
            assertThat(PodsOf.text(budget, "spec/unhealthyPodEvictionPolicy")).isEqualTo("AlwaysAllow");
        }
        assertThat(all(made, "PodDisruptionBudget"))
                .hasSize(all(made, "Deployment").size()
                        + all(made, "StatefulSet").size());
    }

    /** kube-linter job-ttl-seconds-after-finished; kube-score cronjob-has-deadline. */
    @ParameterizedTest
    @MethodSource("stacks")
    void finished_jobs_go_away(Made made) {
        for (MapNode job : all(made, "Job")) {
            assertThat(PodsOf.at(job, "spec/ttlSecondsAfterFinished")).isNotNull();
        }
        for (MapNode cron : all(made, "CronJob")) {
            assertThat(PodsOf.at(cron, "spec/startingDeadlineSeconds")).isNotNull();
            assertThat(PodsOf.at(cron, "spec/jobTemplate/spec/ttlSecondsAfterFinished"))
                    .isNull();
        }
    }

    /** Polaris missingNetworkPolicy and its one-label rule; kube-score pod-networkpolicy. */
    @ParameterizedTest
    @MethodSource("stacks")
    void every_pod_has_one_policy_with_both_lists(Made made) {
        for (PodsOf.Pod pod : PodsOf.in(made)) {
            MapNode policy = made.object("NetworkPolicy", pod.name());
            MapNode selector = (MapNode) PodsOf.at(policy, "spec/podSelector/matchLabels");
            assertThat(selector.entries()).hasSize(1);
            assertThat(pod.labels().entries()).containsAllEntriesOf(selector.entries());
            MapNode spec = policy.getMap("spec").orElseThrow();
            assertThat(spec.getList("ingress").orElseThrow().size()).isPositive();
            assertThat(spec.getList("egress").orElseThrow().size()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void every_object_names_its_stack_and_namespace(Made made) {
        for (DesiredObject object : made.synthesized.objects()) {
            MapNode tree = object.tree();
            assertThat(tree.toString()).contains("app.kubernetes.io/part-of=", "app.kubernetes.io/managed-by=davit");
            assertThat(object.kind().equals("Namespace") || PodsOf.at(tree, "metadata/namespace") != null)
                    .isTrue();
        }
    }

    /** A reader of configuration points at a ConfigMap that is there, by its content's own name. */
    @ParameterizedTest
    @MethodSource("stacks")
    void configuration_is_there_under_the_name_that_is_read(Made made) {
        for (PodsOf.Pod pod : PodsOf.in(made)) {
            for (MapNode volume : pod.volumes()) {
                if (volume.get("configMap").isPresent()) {
                    assertThat(made.addresses()).contains("ConfigMap/" + PodsOf.text(volume, "configMap/name"));
                }
            }
            for (MapNode container : pod.containers()) {
                for (MapNode source : PodsOf.maps(container.getList("envFrom"))) {
                    assertThat(made.addresses()).contains("ConfigMap/" + PodsOf.text(source, "configMapRef/name"));
                }
            }
        }
    }
}
