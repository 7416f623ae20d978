package dev.davit.k8s.operate;

import static dev.davit.k8s.operate.Stack.holding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.Readiness;
import dev.davit.apply.Readiness.State;
import dev.davit.apply.Written;
import dev.davit.document.MapNode;
import dev.davit.plan.Step;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readiness with real controllers, and nodes that play what a pod's annotation says. */
@OnFakeNodes
class ReadinessTest {
    private Stack stack;
    private KubernetesOperator operator;

    @BeforeEach
    void connect(TestCluster cluster) {
        stack = new Stack(cluster);
        operator = stack.operator();
    }

    private Readiness apply(String yaml) {
        MapNode tree = stack.object(yaml);
        Step step = stack.apply(tree);
        operator.begin(stack.plan(List.of(tree), step), 1, holding(1));
        return stack.carryOut(operator, step);
    }

    private static String web(String play) {
        return Manifests.deployment("web", 2, play, "davit.test/web:1");
    }

    @Test
    void right_after_an_update_the_old_pods_do_not_count() {
        apply(web(""));
        MapNode changed =
                stack.object(Manifests.deployment("web", 2, "davit.test/play: never-ready", "davit.test/web:2"));
        Written written = operator.perform(stack.apply(changed), holding(1));
        assertThat(operator.readiness(stack.apply(changed), written, holding(1)).state())
                .isEqualTo(State.WAITING);
        assertThat(apply(Manifests.deployment("web", 2, "", "davit.test/web:3")).state())
                .isEqualTo(State.READY);
        assertThat(stack.kubectl("get", "pods", "-l", "app=web", "-o", "jsonpath={.items[*].spec.containers[0].image}"))
                .isEqualTo("davit.test/web:3 davit.test/web:3");
    }

    @Test
    void check_22_an_image_that_is_not_there_fails_at_once_and_the_old_pods_stay() {
        apply(web(""));
        Readiness readiness = apply(Manifests.deployment("web", 2, "davit.test/play: no-image", "davit.test/web:2"));
        assertThat(readiness.state()).isEqualTo(State.FAILED);
        assertThat(readiness.progress())
                .matches("pod web-\\S+, container main: ImagePullBackOff: Back-off pulling image: not found");
        assertThat(stack.kubectl("get", "deployment", "web", "-o", "jsonpath={.status.availableReplicas}"))
                .isEqualTo("2");
    }

    @Test
    void a_program_that_crashes_again_and_again_fails() {
        assertThat(apply(Manifests.set("db", "davit.test/play: crash", "davit.test/db:1"))
                        .progress())
                .isEqualTo("pod db-0, container main: CrashLoopBackOff: ended with exit code 1, 5 restarts");
    }

    @Test
    void a_program_that_is_never_ready_is_waited_for() {
        MapNode tree = stack.object(web("davit.test/play: never-ready"));
        Step step = stack.apply(tree);
        operator.begin(stack.plan(List.of(tree), step), 1, holding(1));
        Written written = operator.perform(step, holding(1));
        Stack.sleep(5000);
        assertThat(operator.readiness(step, written, holding(1))).isEqualTo(Readiness.waiting("0 of 2 pods ready"));
    }

    @Test
    void a_pod_without_a_node_fails_after_a_while_with_the_words_of_the_scheduler() {
        MapNode tree = stack.object(web(""));
        new Live(tree)
                .map("spec", "template", "spec")
                .orElseThrow()
                .map("nodeSelector", null)
                .put("none", "such");
        Step step = stack.apply(tree);
        operator.begin(stack.plan(List.of(tree), step), 1, holding(1));
        Written written = operator.perform(step, holding(1));
        Stack.sleep(3000);
        assertThat(operator.readiness(step, written, holding(1)).state()).isEqualTo(State.WAITING);
        Readiness readiness = stack.await(operator, step, written);
        assertThat(readiness.state()).isEqualTo(State.FAILED);
        assertThat(readiness.progress()).matches("pod web-\\S+: Unschedulable: 0/\\d+ nodes are available: .*");
        assertThat(readiness.evidence().get(0)).matches("event of Pod web-\\S+: FailedScheduling: .*");
    }

    @Test
    void a_pod_that_its_namespace_does_not_let_in_fails() {
        MapNode tree = stack.object(web(""));
        new Live(tree).map("spec", "template", "spec").orElseThrow().put("hostNetwork", true);
        Step step = stack.apply(tree);
        operator.begin(stack.plan(List.of(tree), step), 1, holding(1));
        Readiness readiness = stack.carryOut(operator, step);
        assertThat(readiness.state()).isEqualTo(State.FAILED);
        assertThat(readiness.progress()).contains("violates PodSecurity \"restricted:");
    }

    @Test
    void a_job_is_ready_once_it_is_complete() {
        assertThat(apply(Manifests.job("seed", ""))).isEqualTo(Readiness.ready("complete"));
    }

    @Test
    void a_set_a_service_and_its_pods_are_ready() {
        assertThat(apply(Manifests.set("db", "", "davit.test/db:1"))).isEqualTo(Readiness.ready("2 of 2 pods ready"));
        assertThat(apply(Manifests.set("db", "", "davit.test/db:2"))).isEqualTo(Readiness.ready("2 of 2 pods ready"));
        assertThat(apply("""
                        apiVersion: v1
                        kind: Service
                        metadata: {name: db}
                        spec: {clusterIP: None, selector: {app: db}, ports: [{port: 80, protocol: TCP}]}
                        """)).isEqualTo(Readiness.ready("2 endpoints ready"));
    }

    @Test
    void a_claim_that_waits_for_its_first_pod_does_not_block() {
        assertThat(apply("""
                        apiVersion: v1
                        kind: PersistentVolumeClaim
                        metadata: {name: data}
                        spec: {storageClassName: CLASS, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                        """.replace("CLASS", late()))).isEqualTo(Readiness.ready("waits for its first pod"));
    }

    /** Makes a class of volumes that nobody provides, so that only the rule can make a claim of it ready. */
    private String late() {
        String name = "late-" + stack.home.namespace();
        MapNode storageClass = stack.object("{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: "
                + name + "}, provisioner: davit.test/none, volumeBindingMode: WaitForFirstConsumer}");
        assertThat(stack.api
                        .create("/apis/storage.k8s.io/v1/storageclasses", storageClass)
                        .ok())
                .isTrue();
        return name;
    }

    @Test
    void an_object_that_somebody_deleted_or_made_anew_has_failed() {
        MapNode config = stack.object(Manifests.config("a", "one"));
        Step step = stack.apply(config);
        operator.begin(stack.plan(List.of(config), step), 1, holding(1));
        Written written = operator.perform(step, holding(1));
        stack.kubectl("delete", "configmap", "a");
        assertThat(operator.readiness(step, written, holding(1)))
                .isEqualTo(Readiness.failed("somebody deleted it", List.of()));
        stack.kubectl("create", "configmap", "a");
        assertThat(operator.readiness(step, written, holding(1)))
                .isEqualTo(Readiness.failed("somebody deleted it and made it anew", List.of()));
    }
}
