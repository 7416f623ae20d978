package dev.davit.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.Applier;
import dev.davit.apply.ApplyOptions;
import dev.davit.apply.Ending;
import dev.davit.apply.Journal;
import dev.davit.apply.Outcome;
import dev.davit.apply.Release;
import dev.davit.plan.Plan;
import dev.davit.plan.Wanted;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compare, plan and apply together, on a real cluster. */
@OnFakeNodes
class WholeApplyTest {
    private static final String CONFIG = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: %s, namespace: NS}
            data: {key: "%s"}
            ---
            """;
    private static final String WEB = """
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: NS}
            spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: NS}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}, annotations: {davit.test/play: "%s"}}
                spec:
                  securityContext: {runAsNonRoot: true, runAsUser: 1000, seccompProfile: {type: RuntimeDefault}}
                  containers:
                  - name: web
                    image: davit.test/web:1
                    ports: [{name: http, containerPort: 8080}]
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            ---
            """;

    @TempDir
    private Path folder;

    private TestCluster cluster;
    private KubernetesConnection connection;

    @BeforeEach
    void connect(TestCluster given) {
        cluster = given;
        connection = Whole.connect(cluster);
    }

    @AfterEach
    void close() {
        connection.close();
    }

    private Wanted wanted(String... manifests) {
        return Whole.wanted(cluster, String.join("", manifests));
    }

    private Outcome apply(KubernetesConnection to, Plan plan, String run) {
        ApplyOptions options = new ApplyOptions.Builder()
                .by("me@here")
                .run(run)
                .lockTimeout(Duration.ZERO)
                .build();
        try (Journal journal = Journal.open(
                folder.resolve(run),
                to.place(),
                plan.wanted().stack(),
                plan.wanted().stage())) {
            return new Applier(to, journal, options, event -> {}).apply(plan);
        }
    }

    private Outcome apply(String... manifests) {
        return apply(connection, Whole.plan(connection, wanted(manifests)), "run");
    }

    private String versions() {
        return cluster.kubectl(
                "get", "configmap,service,deployment", "-o", "jsonpath={.items[*].metadata.resourceVersion}");
    }

    private String names(String kind) {
        return cluster.kubectl(
                "get", kind, "-l", "applyset.kubernetes.io/part-of", "-o", "jsonpath={.items[*].metadata.name}");
    }

    @Test
    void check_1_right_after_an_apply_there_is_no_difference_and_nothing_moves() {
        assertThat(apply(CONFIG.formatted("a", "one"), WEB.formatted("")).ending())
                .isEqualTo(Ending.DONE);
        String before = versions();
        Plan again = Whole.plan(connection, wanted(CONFIG.formatted("a", "one"), WEB.formatted("")));
        assertThat(again.changes()).isEmpty();
        assertThat(apply(connection, again, "again").ending()).isEqualTo(Ending.NOTHING_TO_DO);
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void check_13_what_is_no_longer_wanted_goes_last() {
        apply(CONFIG.formatted("a", "one"), CONFIG.formatted("b", "one"));
        Outcome outcome = apply(CONFIG.formatted("a", "two"));
        assertThat(outcome.ending()).isEqualTo(Ending.DONE);
        assertThat(outcome.steps().stream().map(it -> it.step().does()))
                .containsExactly(
                        "apply ConfigMap " + cluster.namespace() + "/a",
                        "delete ConfigMap " + cluster.namespace() + "/b");
        assertThat(names("configmap")).isEqualTo("a");
    }

    @Test
    void check_22_when_pods_cannot_start_nothing_is_pruned_and_the_old_pods_stay() {
        apply(CONFIG.formatted("a", "one"), WEB.formatted(""));
        Outcome outcome = apply(WEB.formatted("no-image"));
        assertThat(outcome.ending()).isNotEqualTo(Ending.DONE);
        assertThat(outcome.detail()).contains("ImagePullBackOff");
        assertThat(names("configmap")).isEqualTo("a");
        assertThat(cluster.kubectl("get", "deployment", "web", "-o", "jsonpath={.status.availableReplicas}"))
                .isEqualTo("2");
        assertThat(apply(WEB.formatted("")).ending()).isEqualTo(Ending.DONE);
        assertThat(names("configmap")).isEmpty();
    }

    @Test
    void releases_are_recorded_and_lead_back() {
        apply(CONFIG.formatted("a", "one"));
        apply(CONFIG.formatted("a", "two"));
        List<Release> releases =
                connection.releases(cluster.namespace(), "test").list();
        assertThat(releases.stream().map(it -> it.number() + " " + it.state())).containsExactly("2 DONE", "1 DONE");
        Plan back = Whole.plan(connection, releases.get(1).wanted());
        assertThat(apply(connection, back, "back").ending()).isEqualTo(Ending.DONE);
        assertThat(cluster.kubectl("get", "configmap", "a", "-o", "jsonpath={.data.key}"))
                .isEqualTo("one");
    }

    @Test
    void check_11_of_two_applies_at_once_one_writes() throws Exception {
        oneWritesOfTwo(5);
    }

    @Tag("slow")
    @Test
    void check_11_of_two_applies_at_once_one_writes_fifty_times() throws Exception {
        oneWritesOfTwo(50);
    }

    private void oneWritesOfTwo(int rounds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (KubernetesConnection other = Whole.connect(cluster)) {
            for (int round = 0; round < rounds; round++) {
                Wanted wanted = wanted(CONFIG.formatted("a", "round " + round));
                Plan mine = Whole.plan(connection, wanted);
                Plan theirs = Whole.plan(other, wanted);
                String mark = "" + round;
                List<Callable<Outcome>> both = List.of(
                        () -> apply(connection, mine, "mine" + mark), () -> apply(other, theirs, "theirs" + mark));
                List<Outcome> outcomes = new ArrayList<>();
                for (Future<Outcome> outcome : threads.invokeAll(both)) {
                    outcomes.add(outcome.get());
                }
                assertThat(outcomes.stream()
                                .flatMap(it -> it.steps().stream())
                                .filter(it -> it.written()
                                        .filter(written -> written.wrote())
                                        .isPresent()))
                        .hasSize(1);
                assertThat(outcomes).extracting(Outcome::ending).contains(Ending.DONE);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nothing_is_left_of_a_stack_that_is_to_go_but_its_history() {
        apply(CONFIG.formatted("a", "one"), WEB.formatted(""));
        Wanted nothing = Wanted.nothing(cluster.namespace(), "test", "kubernetes");
        assertThat(apply(connection, Whole.plan(connection, nothing), "destroy").ending())
                .isEqualTo(Ending.DONE);
        assertThat(cluster.kubectl(
                        "get",
                        "deployment,service,configmap,pod",
                        "-l",
                        "applyset.kubernetes.io/part-of",
                        "-o",
                        "name"))
                .isEmpty();
        assertThat(cluster.kubectl("get", "pods", "-o", "name")).isEmpty();
        assertThat(connection.releases(cluster.namespace(), "test").list()).hasSize(2);
    }
}
