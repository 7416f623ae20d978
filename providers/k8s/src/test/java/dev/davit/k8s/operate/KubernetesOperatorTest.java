package dev.davit.k8s.operate;

import static dev.davit.k8s.operate.Stack.holding;
import static dev.davit.k8s.operate.Stack.lost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.apply.ApplyException;
import dev.davit.apply.ApplyException.Reason;
import dev.davit.apply.LeaseLostException;
import dev.davit.apply.Written;
import dev.davit.document.DocumentReader;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.k8s.ownership.Homes;
import dev.davit.plan.Plan;
import dev.davit.plan.Step;
import dev.davit.plan.Step.Verb;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test that names a number is that outside check. */
@OnFakeNodes
class KubernetesOperatorTest {
    private Stack stack;
    private KubernetesOperator operator;

    @BeforeEach
    void connect(TestCluster cluster) {
        stack = new Stack(cluster);
        operator = stack.operator();
    }

    private Step begun(MapNode tree) {
        return begun(Verb.APPLY, tree);
    }

    private Step begun(Verb verb, MapNode tree) {
        Step step = stack.step(verb, tree);
        operator.begin(stack.plan(List.of(tree), step), 1, holding(1));
        return step;
    }

    private static AbstractThrowableAssert<?, ?> assertStale(ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApplyException.class, it -> assertThat(it.reason()).isEqualTo(Reason.STALE));
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApplyException.class, it -> assertThat(it.reason()).isEqualTo(Reason.REFUSED));
    }

    @Test
    void check_1_applying_what_is_there_already_writes_nothing() {
        MapNode config = stack.object(Manifests.config("a", "one"));
        Written first = operator.perform(begun(config), holding(1));
        Stack.sleep(1100);
        Written again = stack.later(config).perform(stack.apply(config), holding(1));
        assertThat(first.wrote()).isTrue();
        assertThat(again).isEqualTo(new Written(first.uid(), first.version(), false));
    }

    @Test
    void performing_a_creation_again_after_its_answer_was_lost_recognises_it() {
        MapNode config = stack.object(Manifests.config("a", "one"));
        Step step = begun(config);
        Written first = operator.perform(step, holding(1));
        assertThat(stack.later(config).perform(step, holding(1)))
                .isEqualTo(new Written(first.uid(), first.version(), false));
    }

    @Test
    void performing_an_update_again_after_its_answer_was_lost_recognises_it() {
        stack.bring(Manifests.config("a", "one"));
        MapNode config = stack.object(Manifests.config("a", "two"));
        Step step = begun(config);
        Written first = operator.perform(step, holding(1));
        assertThat(stack.later(config).perform(step, holding(1)))
                .isEqualTo(new Written(first.uid(), first.version(), false));
    }

    @Test
    void an_object_gets_the_mark_of_its_stack_and_one_owner() {
        MapNode config = stack.bring(Manifests.config("a", "one")).get(0);
        assertThat(stack.live(config).label("applyset.kubernetes.io/part-of")).contains(stack.home.id());
        assertThat(stack.live(config)
                        .maps("metadata", "managedFields")
                        .map(it -> it.text("manager").orElseThrow() + " "
                                + it.text("operation").orElseThrow()))
                .containsExactly("davit Apply");
    }

    @Test
    void check_9_an_unrelated_change_since_the_plan_does_not_matter() {
        stack.bring(Manifests.config("a", "one"));
        MapNode config = stack.object(Manifests.config("a", "two"));
        Step step = begun(config);
        stack.kubectl("label", "configmap", "a", "team=blue");
        operator.perform(step, holding(1));
        assertThat(stack.live(config).text("data", "key")).contains("two");
        assertThat(stack.live(config).label("team")).contains("blue");
    }

    @Test
    void check_9_a_change_of_the_same_field_since_the_plan_is_refused() {
        stack.bring(Manifests.config("a", "one"));
        MapNode config = stack.object(Manifests.config("a", "two"));
        Step step = begun(config);
        stack.kubectl("patch", "configmap", "a", "-p", "{\"data\":{\"key\":\"three\"}}");
        assertStale(() -> operator.perform(step, holding(1)))
                .hasMessageContaining("changed since the plan: .data.key (conflict with \"kubectl-patch\"");
        assertThat(stack.live(config).text("data", "key")).contains("three");
    }

    @Test
    void check_9_an_object_made_anew_since_the_plan_is_refused() {
        stack.bring(Manifests.config("a", "one"));
        MapNode config = stack.object(Manifests.config("a", "two"));
        Step step = begun(config);
        stack.kubectl("delete", "configmap", "a");
        stack.kubectl("create", "configmap", "a", "--from-literal=key=foreign");
        assertStale(() -> operator.perform(step, holding(1))).hasMessage("it was deleted and made anew since the plan");
        assertThat(stack.live(config).text("data", "key")).contains("foreign");
    }

    @Test
    void check_10_an_object_deleted_since_the_plan_is_not_made_again() {
        stack.bring(Manifests.config("a", "one"));
        MapNode config = stack.object(Manifests.config("a", "two"));
        Step step = begun(config);
        stack.kubectl("delete", "configmap", "a");
        assertStale(() -> operator.perform(step, holding(1))).hasMessage("it was deleted since the plan");
        assertThat(stack.get(config).notFound()).isTrue();
    }

    @Test
    void an_object_made_since_the_plan_is_not_taken() {
        MapNode config = stack.object(Manifests.config("a", "one"));
        Step step = begun(config);
        stack.kubectl("create", "configmap", "a", "--from-literal=key=one");
        assertStale(() -> operator.perform(step, holding(1))).hasMessage("it is there already, and the plan saw none");
        assertThat(stack.live(config).label("applyset.kubernetes.io/part-of")).isEmpty();
    }

    @Test
    void an_object_that_is_not_there_takes_one_request() {
        Step step = begun(stack.object(Manifests.config("a", "one")));
        int before = stack.api.requests();
        assertThat(operator.perform(step, holding(1)).wrote()).isTrue();
        assertThat(stack.api.requests() - before).isEqualTo(1);
    }

    @Test
    void a_later_step_of_a_plan_changes_what_an_earlier_one_made() {
        MapNode config = stack.object(Manifests.config("a", "one"));
        Step first = begun(config);
        Step second = stack.apply(stack.object(Manifests.config("a", "two")));
        Written made = operator.perform(first, holding(1));
        assertThat(operator.perform(second, holding(1)).uid()).isEqualTo(made.uid());
        assertThat(stack.live(config).text("data", "key")).contains("two");
    }

    @Test
    void a_single_field_is_patched_and_the_object_stays_whose_it_is(TestCluster cluster) {
        cluster.apply(Manifests.config("a", "one"));
        Step step = begun(Verb.PATCH, stack.object(Manifests.config("a", "two")));
        assertThatThrownBy(() -> operator.perform(step, lost(1))).isInstanceOf(LeaseLostException.class);
        assertThat(operator.perform(step, holding(1)).wrote()).isTrue();
        assertThat(stack.later(stack.object(Manifests.config("a", "two")))
                        .perform(step, holding(1))
                        .wrote())
                .isFalse();
        assertThat(stack.kubectl("get", "configmap", "a", "-o", "jsonpath={.data.key} {.metadata.labels}"))
                .isEqualTo("two ");
    }

    @Test
    void fields_of_others_are_taken_over_where_the_plan_saw_them() {
        stack.bring(Manifests.config("a", "one"));
        stack.kubectl("patch", "configmap", "a", "-p", "{\"data\":{\"key\":\"three\"}}");
        MapNode config = stack.object(Manifests.config("a", "two"));
        operator.perform(begun(config), holding(1));
        assertThat(stack.live(config).text("data", "key")).contains("two");
    }

    @Test
    void who_lost_the_lease_writes_nothing() {
        stack.bring(Manifests.config("a", "one"));
        MapNode changed = stack.object(Manifests.config("a", "two"));
        Step update = begun(changed);
        Step create = stack.apply(stack.object(Manifests.config("b", "one")));
        Step delete = stack.step(Verb.DELETE, changed);
        for (Step step : List.of(update, create, delete)) {
            assertThatThrownBy(() -> operator.perform(step, lost(1))).isInstanceOf(LeaseLostException.class);
        }
        assertThat(stack.live(changed).text("data", "key")).contains("one");
        assertThat(stack.kubectl("get", "configmap", "b", "--ignore-not-found")).isEmpty();
    }

    @Test
    void check_12_after_a_crash_only_the_missing_objects_are_written() {
        List<MapNode> objects = stack.objects(Manifests.config("a", "one") + "---\n" + Manifests.config("b", "two")
                + "---\n" + Manifests.config("c", "three"));
        Plan plan = stack.plan(objects, objects.stream().map(stack::apply).toArray(Step[]::new));
        operator.begin(plan, 1, holding(1));
        operator.perform(plan.changes().get(0).steps().get(0), holding(1));
        KubernetesOperator next = stack.operator();
        next.begin(plan, 1, holding(2));
        assertThat(plan.changes().stream()
                        .map(it -> next.perform(it.steps().get(0), holding(2)).wrote()))
                .containsExactly(false, true, true);
    }

    @Test
    void check_13_only_the_object_with_the_mark_and_the_identity_is_deleted() {
        MapNode config = stack.bring(Manifests.config("a", "one")).get(0);
        stack.kubectl("create", "configmap", "twin", "--from-literal=key=one");
        stack.kubectl("create", "configmap", "other");
        stack.kubectl("label", "configmap", "other", "applyset.kubernetes.io/part-of=applyset-another-v1");
        MapNode twin = stack.object(Manifests.config("twin", "one"));
        MapNode other = stack.object(Manifests.config("other", "one"));
        Step step = begun(Verb.DELETE, config);
        for (MapNode foreign : List.of(twin, other)) {
            assertRefused(() -> operator.perform(stack.step(Verb.DELETE, foreign), holding(1)))
                    .hasMessageContaining("does not carry this stack's mark");
            assertThat(stack.get(foreign).ok()).isTrue();
        }
        assertThat(stack.carryOut(operator, step).progress()).isEqualTo("gone");
        assertThat(operator.perform(step, holding(1))).isEqualTo(new Written("", "", false));
    }

    @Test
    void an_object_made_anew_is_not_deleted_in_place_of_the_old() {
        MapNode config = stack.bring(Manifests.config("a", "one")).get(0);
        Step step = begun(Verb.DELETE, config);
        stack.kubectl("delete", "configmap", "a");
        stack.bring(Manifests.config("a", "one"));
        assertStale(() -> operator.perform(step, holding(1))).hasMessage("it was deleted and made anew since the plan");
        assertThat(stack.get(config).ok()).isTrue();
    }

    @Test
    void what_somebody_else_controls_or_wants_to_keep_is_not_deleted() {
        MapNode owned = stack.bring(Manifests.config("owned", "one")).get(0);
        String uid = stack.kubectl("get", "serviceaccount", "default", "-o", "jsonpath={.metadata.uid}");
        stack.kubectl(
                "patch",
                "configmap",
                "owned",
                "-p",
                "{\"metadata\":{\"ownerReferences\":[{\"apiVersion\":\"v1\",\"kind\":\"ServiceAccount\",\"name\":\"default\","
                        + "\"controller\":true,\"uid\":\"" + uid + "\"}]}}");
        assertRefused(() -> operator.perform(begun(Verb.DELETE, owned), holding(1)))
                .hasMessage("it is controlled by ServiceAccount default");
        MapNode kept = stack.bring(Manifests.config("kept", "one")).get(0);
        stack.kubectl("annotate", "configmap", "kept", "client.lifecycle.config.k8s.io/deletion=detach");
        assertRefused(() -> operator.perform(begun(Verb.DELETE, kept), holding(1)))
                .hasMessage("its annotation client.lifecycle.config.k8s.io/deletion says detach");
    }

    @Test
    void a_deletion_waits_for_finalizers_and_names_them_when_they_hold_it_for_longer_than_a_moment() {
        MapNode config = stack.bring(Manifests.config("a", "one")).get(0);
        stack.kubectl("patch", "configmap", "a", "-p", "{\"metadata\":{\"finalizers\":[\"acme.com/backup\"]}}");
        Step step = begun(Verb.DELETE, config);
        Hasty time = new Hasty();
        KubernetesOperator operator = new KubernetesOperator(stack.api, Homes.anywhere(stack.api), time);
        operator.begin(stack.plan(List.of(config), step), 1, holding(1));
        Written written = operator.perform(step, holding(1));
        assertThat(operator.readiness(step, written, holding(1)).progress()).isEqualTo("being deleted");
        time.sleep(Duration.ofMillis(200));
        assertThat(operator.readiness(step, written, holding(1)).progress())
                .startsWith("being deleted; kept by acme.com/backup");
        assertThat(operator.perform(step, holding(1)).wrote()).isFalse();
        stack.kubectl(
                "patch",
                "configmap",
                "a",
                "--type=json",
                "-p",
                "[{\"op\":\"remove\",\"path\":\"/metadata/finalizers\"}]");
        assertThat(stack.await(operator, step, written).progress()).isEqualTo("gone");
    }

    @Test
    void orphans_stay() {
        MapNode set = stack.bring(Manifests.set("db", "", "davit.test/db:1")).get(0);
        String pods = stack.kubectl("get", "pods", "-l", "app=db", "-o", "jsonpath={.items[*].metadata.uid}");
        stack.carryOut(operator, begun(Verb.DELETE_ORPHAN, set));
        assertThat(stack.kubectl("get", "pods", "-l", "app=db", "-o", "jsonpath={.items[*].metadata.uid}"))
                .isEqualTo(pods)
                .contains(" ");
        stack.carryOut(operator, begun(set));
        assertThat(stack.kubectl("get", "pods", "-l", "app=db", "-o", "jsonpath={.items[*].metadata.uid}"))
                .isEqualTo(pods);
    }

    @Test
    void check_8_what_the_server_refuses_is_tried_once_and_deletes_nothing() {
        String service = """
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec: {type: %s, selector: {app: web}, ports: [{port: 80, protocol: TCP}]}
                """;
        MapNode good = stack.bring(service.formatted("ClusterIP")).get(0);
        String uid = stack.live(good).uid();
        Step bad = begun(stack.object(service.formatted("Cluster")));
        int before = stack.api.requests();
        assertRefused(() -> operator.perform(bad, holding(1))).hasMessageContaining("Unsupported value: \"Cluster\"");
        assertThat(stack.api.requests() - before).isEqualTo(1);
        assertThat(stack.live(good).uid()).isEqualTo(uid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {token: 'canary-s3cr3t!'}",
                "stringData: {token: {canary: s3cr3t}}",
                "stringData: {token: [canary-s3cr3t]}",
                "stringData: {token: true, other: canary-s3cr3t}",
                "{type: kubernetes.io/dockerconfigjson, stringData: {.dockerconfigjson: canary-s3cr3t}}",
                "{stringData: {'a/canary': canary-s3cr3t}}"
            })
    void check_18_the_value_of_a_secret_is_in_no_message_of_ours(String data) {
        MapNode secret = stack.object("{apiVersion: v1, kind: Secret, metadata: {name: s}}");
        Node said = DocumentReader.read("test.yaml", data).get(0);
        ((MapNode) said).entries().forEach(secret::put);
        int before = stack.api.requests();
        Step step = begun(secret);
        assertRefused(() -> operator.perform(step, holding(1)))
                .hasMessageStartingWith("the API server refuses: ")
                .hasMessageNotContaining("s3cr3t");
        assertThat(stack.api.requests() - before).isLessThan(8);
    }

    @Test
    void check_17_a_definition_and_an_object_of_it_come_in_one_run() {
        String group = stack.home.namespace() + ".davit.test";
        String yaml = """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: cranes.%1$s}
                spec:
                  group: %1$s
                  scope: Namespaced
                  names: {kind: Crane, plural: cranes}
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {tons: {type: integer}}}}}}
                ---
                apiVersion: %1$s/v1
                kind: Crane
                metadata: {name: davit}
                spec: {tons: 3}
                """.formatted(group);
        try {
            List<MapNode> objects = stack.bring(yaml);
            assertThat(stack.live(objects.get(1)).number("spec", "tons")).contains(3L);
        } finally {
            stack.kubectl("delete", "crd", "cranes." + group);
        }
    }

    @Test
    void a_kind_that_nobody_serves_is_refused_in_the_end() {
        MapNode crane = stack.object("{apiVersion: none.davit.test/v1, kind: Crane, metadata: {name: davit}}");
        Step step = begun(crane);
        KubernetesOperator hasty = new KubernetesOperator(stack.api, Homes.anywhere(stack.api), new Hasty());
        hasty.begin(stack.plan(List.of(crane), step), 1, holding(1));
        assertRefused(() -> hasty.perform(step, holding(1))).hasMessage("the server has no kind Crane.none.davit.test");
    }
}
