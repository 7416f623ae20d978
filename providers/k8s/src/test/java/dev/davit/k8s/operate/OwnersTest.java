package dev.davit.k8s.operate;

import static dev.davit.k8s.operate.Stack.holding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.MapNode;
import dev.davit.plan.Step;
import dev.davit.plan.Step.Verb;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fields change hands without changing their value. */
@OnFakeNodes
class OwnersTest {
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private Stack stack;
    private KubernetesOperator operator;

    @BeforeEach
    void connect(TestCluster cluster) {
        stack = new Stack(cluster);
        operator = stack.operator();
    }

    private void begin(MapNode tree) {
        operator.begin(stack.plan(List.of(tree)), 1, holding(1));
    }

    private List<String> owners(MapNode tree) {
        return stack.live(tree)
                .maps("metadata", "managedFields")
                .map(it -> it.text("manager").orElseThrow() + " "
                        + it.text("operation").orElseThrow()
                        + it.text("subresource").map(sub -> " " + sub).orElse(""))
                .sorted()
                .toList();
    }

    @Test
    void check_5_what_kubectl_applied_becomes_ours_and_dropped_fields_go(TestCluster cluster) {
        cluster.apply("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a, labels: {old: "yes"}}
                data: {key: one, dropped: gone}
                """);
        MapNode config = stack.object(Manifests.config("a", "two"));
        begin(config);
        Step adopt = stack.step(Verb.ADOPT, config);
        Step apply = stack.apply(config);
        assertThat(operator.perform(adopt, holding(1)).wrote()).isTrue();
        assertThat(stack.live(config).text("data", "dropped")).contains("gone");
        assertThat(stack.later(config).perform(adopt, holding(1)).wrote()).isFalse();
        operator.perform(apply, holding(1));
        Live live = stack.live(config);
        assertThat(live.text("data", "key")).contains("two");
        assertThat(live.text("data", "dropped")).isEmpty();
        assertThat(live.label("old")).isEmpty();
        assertThat(live.annotation(LAST_APPLIED)).isEmpty();
        assertThat(owners(config)).containsExactly("davit Apply");
    }

    @Test
    void adoption_leaves_controllers_and_other_people_alone(TestCluster cluster) {
        cluster.apply(Manifests.deployment("web", 1, "", "davit.test/web:1"));
        stack.kubectl("rollout", "status", "deployment/web", "--timeout=60s");
        stack.kubectl("scale", "deployment/web", "--replicas=2");
        stack.kubectl("label", "deployment/web", "team=blue", "--field-manager=team-blue");
        MapNode web = stack.object(Manifests.deployment("web", 1, "", "davit.test/web:1"));
        begin(web);
        operator.perform(stack.step(Verb.ADOPT, web), holding(1));
        assertThat(owners(web))
                .contains(
                        "davit Apply",
                        "kube-controller-manager Update status",
                        "kubectl Update scale",
                        "team-blue Update")
                .hasSize(4);
        assertThat(stack.live(web).number("spec", "replicas")).contains(2L);
    }

    @Test
    void replicas_that_an_autoscaler_is_to_have_never_fall_back_to_one() {
        stack.bring(Manifests.deployment("web", 3, "", "davit.test/web:1"));
        MapNode without = stack.object(Manifests.deployment("web", 3, "", "davit.test/web:1"));
        without.getMap("spec").orElseThrow().remove("replicas");
        begin(without);
        Step handOver = stack.step(Verb.HAND_OVER, replicas(3));
        Step apply = stack.apply(without);
        stack.kubectl("scale", "deployment/web", "--replicas=4");
        operator.perform(handOver, holding(1));
        operator.perform(apply, holding(1));
        assertThat(stack.live(without).number("spec", "replicas")).contains(4L);
        assertThat(stack.later(without).perform(handOver, holding(1)).wrote()).isFalse();
    }

    @Test
    void a_field_that_only_we_hold_keeps_its_value_when_it_is_handed_over() {
        stack.bring(Manifests.deployment("web", 3, "", "davit.test/web:1"));
        MapNode without = stack.object(Manifests.deployment("web", 3, "", "davit.test/web:1"));
        without.getMap("spec").orElseThrow().remove("replicas");
        begin(without);
        Step handOver = stack.step(Verb.HAND_OVER, replicas(2));
        Step apply = stack.apply(without);
        operator.perform(handOver, holding(1));
        operator.perform(apply, holding(1));
        assertThat(stack.live(without).number("spec", "replicas")).contains(3L);
        assertThat(owners(without)).contains("davit Apply", "davit-handover Apply");
        stack.kubectl("scale", "deployment/web", "--replicas=5");
        assertThat(owners(without)).doesNotContain("davit-handover Apply");
    }

    private MapNode replicas(int count) {
        return stack.object(
                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: " + count + "}}");
    }
}
