package dev.davit.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.Ending;
import dev.davit.plan.Change;
import dev.davit.plan.Effect;
import dev.davit.plan.Plan;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Check 25: what a plan says of a rollout is what then happens, counted in ready pods.
 *
 * <p>On fake nodes: the GPUs of a real one cannot be faked on it and be full besides, and its one node mounts any claim twice.
 */
@OnFakeNodes
@Tag("slow")
class WholeRolloutTest {
    private static final String CLAIM = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data, namespace: NS}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            """;
    private static final String NODE = """
            apiVersion: v1
            kind: Node
            metadata: {name: %1$s, labels: {type: kwok, pool: NS}, annotations: {kwok.x-k8s.io/node: fake}}
            spec: {taints: [{key: pool, value: NS, effect: NoSchedule}]}
            status:
              allocatable: {cpu: "8", memory: 32Gi, pods: "20", ephemeral-storage: 100Gi, davit.test/gpu: "%2$d"}
              capacity: {cpu: "8", memory: 32Gi, pods: "20", ephemeral-storage: 100Gi, davit.test/gpu: "%2$d"}
            """;
    private static final String WEB = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: NS}
            spec:
              replicas: %1$d
              progressDeadlineSeconds: 20
              strategy: %2$s
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}, annotations: {davit.test/ready-after: 2s}}
                spec:
                  securityContext: {runAsNonRoot: true, runAsUser: 1000, seccompProfile: {type: RuntimeDefault}}
                  %3$s
                  containers:
                  - name: web
                    image: davit.test/app:%4$d
                    ports: [{name: http, containerPort: 8080}]
                    readinessProbe: {httpGet: {path: /healthz, port: http}}
                    lifecycle: {preStop: {sleep: {seconds: 5}}}
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                    %5$s
            """;
    private static final String SURGE = "{rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}";
    private static final String DIP = "{rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}";

    @TempDir
    private Path folder;

    private TestCluster cluster;
    private Whole whole;

    @BeforeEach
    void connect(TestCluster given) {
        cluster = given;
        whole = new Whole(given, folder);
    }

    @AfterEach
    void close() {
        whole.close();
        cluster.kubectl("delete", "nodes", "-l", "pool=" + cluster.namespace(), "--wait=false");
    }

    private static String disk(String strategy, int version) {
        return WEB.formatted(
                1,
                strategy,
                "volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]",
                version,
                "volumeMounts: [{name: data, mountPath: /data}]");
    }

    private static String gpu(int replicas, String strategy, int version) {
        return WEB.formatted(
                replicas,
                strategy,
                "tolerations: [{key: pool, value: NS}]\n      nodeSelector: {pool: NS}",
                version,
                "resources: {limits: {davit.test/gpu: 1}}");
    }

    private void node(String name, int gpus) {
        cluster.apply(NODE.formatted(cluster.namespace() + "-" + name, gpus).replace("NS", cluster.namespace()));
        cluster.kubectl("wait", "--for=condition=Ready", "node/" + cluster.namespace() + "-" + name, "--timeout=60s");
    }

    /** Carry a plan out, and give the fewest ready pods that were seen meanwhile. */
    private long fewest(Plan plan, Ending ending) throws InterruptedException {
        CompletableFuture<Ending> apply =
                CompletableFuture.supplyAsync(() -> whole.carryOut(plan).ending());
        List<Long> seen = new ArrayList<>();
        while (!apply.isDone()) {
            seen.add(cluster.kubectl(
                            "get",
                            "pods",
                            "-o",
                            "jsonpath={range .items[*]}{.metadata.deletionTimestamp}"
                                    + "{.status.conditions[?(@.type==\"Ready\")].status}{\"\\n\"}{end}")
                    .lines()
                    .filter("True"::equals)
                    .count());
            Thread.sleep(50);
        }
        assertThat(apply.join()).isEqualTo(ending);
        return seen.stream().min(Long::compare).orElseThrow();
    }

    private static void says(Change change, Effect effect, String reason) {
        assertThat(change.impact().effect()).as(change.impact().reason()).isEqualTo(effect);
        assertThat(change.impact().reason()).contains(reason);
    }

    @Test
    void check_25_a_disk_with_one_writer_means_a_restart_and_there_is_one() throws InterruptedException {
        whole.apply(CLAIM, disk("{type: Recreate}", 1));

        Plan surging = whole.plan(CLAIM, disk(SURGE, 2));
        says(Whole.only(surging), Effect.RESTART, "deadlock: claim data (ReadWriteOnce) is held by an old pod");
        Plan plan = whole.plan(CLAIM, disk("{type: Recreate}", 2));

        says(Whole.only(plan), Effect.RESTART, "all old pods stop before a new one starts");
        assertThat(fewest(plan, Ending.DONE)).isZero();
    }

    @Test
    void check_25_without_a_free_gpu_one_pod_stops_first_and_with_a_spare_node_none_does() throws InterruptedException {
        node("full", 2);
        whole.apply(gpu(2, DIP, 1));

        Plan stuck = whole.plan(gpu(2, SURGE, 2));
        says(Whole.only(stuck), Effect.RESTART, "deadlock: no node has davit.test/gpu free for one more pod");
        Plan dip = whole.plan(gpu(2, DIP, 2));
        says(Whole.only(dip), Effect.ROLLING, "1 of 2 pods may stop before new ones are ready");
        assertThat(fewest(dip, Ending.DONE)).isEqualTo(1);

        node("spare", 1);
        Plan spare = whole.plan(gpu(2, SURGE, 3));
        says(Whole.only(spare), Effect.ROLLING, "old pods serve until new ones are ready");
        assertThat(fewest(spare, Ending.DONE)).isEqualTo(2);
    }

    @Test
    void check_25_a_surge_for_which_no_gpu_is_free_is_stuck_as_the_plan_says_and_the_old_pods_serve()
            throws InterruptedException {
        node("full", 1);
        whole.apply(gpu(1, SURGE, 1));

        Plan stuck = whole.plan(gpu(1, SURGE, 2));

        says(Whole.only(stuck), Effect.RESTART, "deadlock: no node has davit.test/gpu free for one more pod");
        assertThat(fewest(stuck, Ending.FAILED)).isEqualTo(1);
    }
}
