package dev.davit.k8s.operate;

import static dev.davit.k8s.operate.Stack.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.apply.ApplyException;
import dev.davit.apply.ApplyException.Reason;
import dev.davit.apply.LeaseLostException;
import dev.davit.document.MapNode;
import dev.davit.plan.Plan;
import dev.davit.plan.Step;
import dev.davit.plan.Step.Verb;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnFakeNodes
class ParentTest {
    private static final String BOTH = Manifests.config("a", "one") + "---\n" + Manifests.config("b", "two");

    private Stack stack;
    private KubernetesOperator operator;

    @BeforeEach
    void connect(TestCluster cluster) {
        stack = new Stack(cluster);
        operator = stack.operator();
    }

    private Live parent() {
        return new Live(stack.api.get(stack.home.parent()).body());
    }

    private String kinds() {
        return parent().annotation("applyset.kubernetes.io/contains-group-kinds")
                .orElse("none");
    }

    @Test
    void the_parent_says_what_kubectl_would_say() {
        stack.bring(BOTH + "---\n" + Manifests.deployment("web", 1, "", "davit.test/web:1"));
        assertThat(parent().label("applyset.kubernetes.io/id")).contains(stack.home.id());
        assertThat(parent().annotation("applyset.kubernetes.io/tooling").orElse(""))
                .matches("davit/v\\d.*");
        assertThat(kinds()).isEqualTo("ConfigMap,Deployment.apps");
        assertThat(parent().annotation("applyset.kubernetes.io/additional-namespaces"))
                .contains("");
        assertThat(parent().maps("metadata", "managedFields").map(it -> it.text("manager")))
                .containsExactly(Optional.of("davit-applyset"));
    }

    @Test
    void check_13_a_crash_leaves_all_kinds_in_the_parent() {
        MapNode config = stack.bring(Manifests.config("a", "one")).get(0);
        MapNode secret = stack.object("{apiVersion: v1, kind: Secret, metadata: {name: s}}");
        Plan plan = stack.plan(List.of(secret), stack.apply(secret), stack.step(Verb.DELETE, config));
        operator.begin(plan, 1, holding(1));
        assertThat(kinds()).isEqualTo("ConfigMap,Secret");
        KubernetesOperator next = stack.operator();
        next.begin(plan, 1, holding(2));
        plan.changes().forEach(it -> stack.carryOut(next, it.steps().get(0)));
        next.finish(plan, holding(2));
        assertThat(kinds()).isEqualTo("Secret");
    }

    @Test
    void nothing_wanted_leaves_no_parent() {
        MapNode config = stack.bring(Manifests.config("a", "one")).get(0);
        Plan plan = stack.plan(List.of(), stack.step(Verb.DELETE, config));
        operator.begin(plan, 1, holding(1));
        stack.carryOut(operator, plan.changes().get(0).steps().get(0));
        operator.finish(plan, holding(1));
        assertThat(stack.api.get(stack.home.parent()).notFound()).isTrue();
    }

    @Test
    void check_14_a_parent_with_a_wrong_id_is_refused() {
        MapNode config = stack.bring(Manifests.config("a", "one")).get(0);
        stack.kubectl(
                "label", "secret", stack.home.name(), "--overwrite", "applyset.kubernetes.io/id=applyset-copied-v1");
        assertThatThrownBy(() -> operator.begin(stack.plan(List.of(config)), 1, holding(1)))
                .hasMessage(
                        "its label applyset.kubernetes.io/id is not the id of this name and place: somebody changed or"
                                + " copied it")
                .isInstanceOfSatisfying(
                        ApplyException.class, it -> assertThat(it.reason()).isEqualTo(Reason.REFUSED));
    }

    @Test
    void check_14_a_parent_of_another_tool_is_refused() {
        MapNode config = stack.bring(Manifests.config("a", "one")).get(0);
        stack.kubectl(
                "annotate", "secret", stack.home.name(), "--overwrite", "applyset.kubernetes.io/tooling=kpt/v1.0.0");
        assertThatThrownBy(() -> operator.begin(stack.plan(List.of(config)), 1, holding(1)))
                .hasMessage("another tool keeps this set of objects: kpt/v1.0.0")
                .isInstanceOfSatisfying(
                        ApplyException.class, it -> assertThat(it.reason()).isEqualTo(Reason.REFUSED));
    }

    @Test
    void check_11_whoever_slept_while_another_took_over_is_fenced() {
        MapNode config = stack.bring(Manifests.config("a", "one")).get(0);
        operator.begin(stack.plan(List.of(config)), 1, holding(7));
        assertThatThrownBy(() -> stack.operator().begin(stack.plan(List.of(config)), 1, holding(6)))
                .isInstanceOf(LeaseLostException.class)
                .hasMessage("a later apply has begun, under lease token 7; ours has 6");
    }

    /** kubectl keeps ApplySets behind the variable KUBECTL_APPLYSET; the build sets it for tests. */
    @Test
    void kubectl_keeps_its_hands_off_our_set_and_would_prune_it_right(TestCluster cluster, @TempDir Path folder)
            throws IOException {
        List<MapNode> objects = stack.bring(BOTH);
        String one = Files.writeString(folder.resolve("one.yaml"), Manifests.config("a", "one"))
                .toString();
        String set = "--applyset=secret/" + stack.home.name();
        assertThatThrownBy(() -> cluster.kubectl("apply", "--server-side", "--prune", set, "-f", one))
                .hasMessageContaining("already exists and is managed by tooling \"davit\" instead of \"kubectl\"");
        stack.kubectl(
                "annotate",
                "secret",
                stack.home.name(),
                "--overwrite",
                "applyset.kubernetes.io/tooling=kubectl/v1.34.4");
        cluster.kubectl("apply", "--server-side", "--prune", set, "-f", one);
        assertThat(stack.get(objects.get(0)).ok()).isTrue();
        assertThat(stack.get(objects.get(1)).notFound()).isTrue();
    }

    @Test
    void a_namespace_that_is_not_there_is_made_first_and_found_by_its_step(TestCluster cluster) {
        String name = cluster.namespace() + "-own";
        Stack own = new Stack(cluster, cluster.kubeconfig().toString(), name);
        String yaml = "{apiVersion: v1, kind: Namespace, metadata: {name: " + name + "}}\n---\n"
                + Manifests.config("a", "one");
        try {
            List<MapNode> objects = own.objects(yaml);
            Plan plan = own.plan(objects, objects.stream().map(own::apply).toArray(Step[]::new));
            operator.preflight(plan);
            assertThat(operator.lease("shop", "test").read()).isEmpty();
            assertThat(operator.lease("shop", "test").write(ClusterLeaseTest.lease("me", 1, "")))
                    .isPresent();
            operator.begin(plan, 1, holding(1));
            assertThat(plan.changes().stream()
                            .map(it -> operator.perform(it.steps().get(0), holding(1))
                                    .wrote()))
                    .containsExactly(false, true);
        } finally {
            stack.kubectl("delete", "namespace", name, "--wait=false", "--ignore-not-found");
        }
    }
}
