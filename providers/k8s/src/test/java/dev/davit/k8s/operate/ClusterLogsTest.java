package dev.davit.k8s.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.apply.ApplyException;
import dev.davit.apply.ApplyException.Reason;
import dev.davit.target.LogPage;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pods on nodes that only pretend have no log: what is told of that, and what is looked for at all. */
@OnFakeNodes
class ClusterLogsTest {
    private static final String POD = """
            metadata: {labels: {app: NAME}PLAY}
            spec:
              restartPolicy: RESTART
              securityContext: {runAsNonRoot: true, runAsUser: 1000, seccompProfile: {type: RuntimeDefault}}
              containers:
              - name: NAME
                image: example.com/app:1
                securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            """;

    @TempDir
    private Path folder;

    private Stack stack;

    @BeforeEach
    void connect(TestCluster cluster) {
        stack = new Stack(cluster);
    }

    private static String pod(String name, String play, String restart, int indent) {
        return POD.replace("NAME", name)
                .replace("PLAY", play.isEmpty() ? "" : ", annotations: {davit.test/play: " + play + "}")
                .replace("RESTART", restart)
                .indent(indent);
    }

    private static String deployment(String name, String play) {
        return """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s, labels: {app.kubernetes.io/name: the-%1$s, app.kubernetes.io/managed-by: davit}}
                spec:
                  selector: {matchLabels: {app: %1$s}}
                  template:
                %2$s""".formatted(name, pod(name, play, "Always", 4));
    }

    private static String cron(String name) {
        return """
                ---
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: %1$s}
                spec:
                  schedule: "0 3 1 1 *"
                  jobTemplate:
                    spec:
                      template:
                %2$s""".formatted(name, pod(name, "", "Never", 8));
    }

    private List<String> troubles(ClusterLogs logs) {
        LogPage page = logs.next();
        assertThat(page.lines()).isEmpty();
        assertThat(page.more()).isFalse();
        return page.troubles().stream().sorted().toList();
    }

    private String podOf(String app) {
        return stack.kubectl("get", "pods", "-l", "app=" + app, "-o", "jsonpath={.items[0].metadata.name}");
    }

    @Test
    void a_stack_that_was_never_applied_has_no_logs() {
        ClusterLogs logs = stack.logs(OptionalInt.empty());
        assertThat(logs.resources()).isEmpty();
        assertThat(logs.next()).isEqualTo(new LogPage(List.of(), List.of(), false));
    }

    @Test
    void a_log_that_cannot_be_read_is_told_once_with_why() {
        stack.send(deployment("web", "") + deployment("api", "no-image") + cron("nightly"));
        stack.kubectl("wait", "pods", "-l", "app=web", "--for=condition=Ready", "--timeout=60s");
        stack.kubectl(
                "wait",
                "pods",
                "-l",
                "app=api",
                "--timeout=60s",
                "--for=jsonpath={.status.containerStatuses[0].state.waiting.reason}=ImagePullBackOff");
        ClusterLogs logs = stack.logs(OptionalInt.of(10));
        assertThat(logs.resources()).containsExactly("nightly", "the-api", "the-web");
        List<String> troubles = troubles(logs);
        assertThat(troubles)
                .hasSize(2)
                .startsWith("log of the-api/" + podOf("api")
                        + ": it did not start yet: ImagePullBackOff: Back-off pulling image: not found");
        assertThat(troubles.get(1)).startsWith("log of the-web/" + podOf("web") + ": ");
        assertThat(troubles(logs)).isEmpty();
        assertThat(troubles(stack.logs(OptionalInt.empty(), "the-api"))).hasSize(1);
    }

    @Test
    void a_job_that_goes_before_a_deploy_is_a_resource_of_its_own() {
        stack.send(deployment("web", "")
                + "      initContainers: [{name: davit-pre-deploy-migrate, image: example.com/app:1, securityContext:"
                + " {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}]\n");
        assertThat(stack.logs(OptionalInt.empty()).resources()).containsExactly("migrate", "the-web");
    }

    @Test
    void the_pods_of_a_cron_jobs_runs_are_its_own() {
        stack.send(cron("nightly"));
        assertThat(troubles(stack.logs(OptionalInt.empty()))).isEmpty();
        stack.kubectl("create", "job", "by-hand", "--from=cronjob/nightly");
        stack.kubectl("wait", "job/by-hand", "--for=condition=Complete", "--timeout=60s");
        assertThat(troubles(stack.logs(OptionalInt.empty(), "nightly")))
                .singleElement()
                .asString()
                .startsWith("log of nightly/by-hand-");
    }

    @Test
    void who_may_not_list_pods_is_not_told_that_there_are_none(TestCluster cluster) throws IOException {
        stack.send(deployment("web", ""));
        Stack viewer = new Stack(cluster, viewer(cluster).toString(), cluster.namespace());
        assertThat(viewer.logs(OptionalInt.empty()).resources()).containsExactly("the-web");
        assertThatThrownBy(() -> viewer.logs(OptionalInt.empty()).next())
                .isInstanceOfSatisfying(
                        ApplyException.class, it -> assertThat(it.reason()).isEqualTo(Reason.NO_PERMISSION));
    }

    /** Makes an account that may look at workloads, and at none of their pods. */
    private Path viewer(TestCluster cluster) throws IOException {
        return cluster.account("viewer", """
                - {apiGroups: [""], resources: [secrets], verbs: [get]}
                - {apiGroups: [apps, batch], resources: ["*"], verbs: [list]}
                """, folder);
    }
}
