package dev.davit.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.Ending;
import dev.davit.plan.Change;
import dev.davit.plan.Effect;
import dev.davit.plan.Plan;
import dev.davit.testcluster.OnRealNode;
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
 * Checks 24 and 25: what a plan says of a rollout is what then happens to containers that run, counted in ready pods.
 *
 * <p>The GPUs are an extended resource of the node that no device stands for: kubelet keeps what its status is told, and counts.
 */
@OnRealNode
@Tag("slow")
class RealRolloutTest {
    private static final String CLAIM = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data, namespace: NS}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
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
                metadata: {labels: {app: web}}
                spec:
                  securityContext: {runAsNonRoot: true, runAsUser: 1000, seccompProfile: {type: RuntimeDefault}}
                  %3$s
                  containers:
                  - name: web
                    image: davit.test/app:%4$d
                    ports: [{name: http, containerPort: 8080}]
                    env: [{name: START_DELAY, value: 2s}]
                    readinessProbe: {periodSeconds: 1, httpGet: {path: /healthz, port: http}}
                    lifecycle: {preStop: {sleep: {seconds: 5}}}
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                    %5$s
            """;
    private static final String SET = """
            apiVersion: v1
            kind: Service
            metadata: {name: db, namespace: NS}
            spec: {clusterIP: None, selector: {app: db}, ports: [{port: 80, targetPort: http}]}
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: NS}
            spec:
              replicas: 2
              serviceName: db
              selector: {matchLabels: {app: db}}
              volumeClaimTemplates:
              - metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: %1$s}}}
              template:
                metadata: {labels: {app: db}}
                spec:
                  securityContext: {runAsNonRoot: true, runAsUser: 1000, seccompProfile: {type: RuntimeDefault}}
                  terminationGracePeriodSeconds: 5
                  containers:
                  - name: db
                    image: davit.test/app:%2$d
                    ports: [{name: http, containerPort: 8080}]
                    env: [{name: START_DELAY, value: 2s}]
                    readinessProbe: {periodSeconds: 1, httpGet: {path: /healthz, port: http}}
                    volumeMounts: [{name: data, mountPath: /data}]
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
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
        return WEB.formatted(replicas, strategy, "", version, "resources: {limits: {davit.test/gpu: 1}}");
    }

    /** Give the node so many GPUs; the scheduler sees them once kubelet has told its status again. */
    private void gpus(int count) {
        cluster.kubectl(
                "patch",
                "node",
                "real",
                "--subresource=status",
                "--type=merge",
                "--patch={\"status\": {\"capacity\": {\"davit.test/gpu\": \"%1$d\"}, \"allocatable\": {\"davit.test/gpu\": \"%1$d\"}}}"
                        .formatted(count));
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
    void check_25_without_a_free_gpu_one_pod_stops_first_and_with_a_spare_one_none_does() throws InterruptedException {
        gpus(2);
        whole.apply(gpu(2, DIP, 1));

        Plan stuck = whole.plan(gpu(2, SURGE, 2));
        says(Whole.only(stuck), Effect.RESTART, "deadlock: no node has davit.test/gpu free for one more pod");
        Plan dip = whole.plan(gpu(2, DIP, 2));
        says(Whole.only(dip), Effect.ROLLING, "1 of 2 pods may stop before new ones are ready");
        assertThat(fewest(dip, Ending.DONE)).isEqualTo(1);

        gpus(3);
        Plan spare = whole.plan(gpu(2, SURGE, 3));
        says(Whole.only(spare), Effect.ROLLING, "old pods serve until new ones are ready");
        assertThat(fewest(spare, Ending.DONE)).isEqualTo(2);
    }

    @Test
    void check_25_a_surge_for_which_no_gpu_is_free_is_stuck_as_the_plan_says_and_the_old_pods_serve()
            throws InterruptedException {
        gpus(1);
        whole.apply(gpu(1, SURGE, 1));

        Plan stuck = whole.plan(gpu(1, SURGE, 2));

        says(Whole.only(stuck), Effect.RESTART, "deadlock: no node has davit.test/gpu free for one more pod");
        assertThat(fewest(stuck, Ending.FAILED)).isEqualTo(1);
    }

    @Test
    void check_24_disks_grow_under_pods_that_run_on_and_are_replaced_in_their_turn() throws InterruptedException {
        whole.apply(SET.formatted("1Gi", 1));
        String set = whole.get("statefulset/db", ".metadata.uid");
        String pods = whole.get("pods", ".items[*].metadata.uid");

        Plan growth = whole.plan(SET.formatted("2Gi", 1));
        says(Whole.only(growth), Effect.NONE, "");
        assertThat(fewest(growth, Ending.DONE)).isEqualTo(2);
        assertThat(whole.get("statefulset/db", ".metadata.uid")).isNotEqualTo(set);
        assertThat(whole.get("pods", ".items[*].metadata.uid")).isEqualTo(pods);
        assertThat(whole.get("pvc", ".items[*].status.capacity.storage")).isEqualTo("2Gi 2Gi");

        Plan both = whole.plan(SET.formatted("3Gi", 2));
        says(Whole.only(both), Effect.RESTART, "2 pods of 2 restart one at a time, from db-1 down");
        assertThat(fewest(both, Ending.DONE)).isEqualTo(1);
        assertThat(whole.get("pod/db-0", ".metadata.creationTimestamp"))
                .as("the first goes when the last is ready again")
                .isGreaterThanOrEqualTo(
                        whole.get("pod/db-1", ".status.conditions[?(@.type==\"Ready\")].lastTransitionTime"));
        assertThat(whole.get("pods", ".items[*].spec.containers[0].image"))
                .isEqualTo("davit.test/app:2 davit.test/app:2");
        assertThat(whole.get("pvc", ".items[*].status.capacity.storage")).isEqualTo("3Gi 3Gi");
        assertThat(whole.plan(SET.formatted("3Gi", 2)).changes()).isEmpty();
    }
}
