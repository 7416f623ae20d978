package dev.davit.k8s.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.target.LogLine;
import dev.davit.target.LogPage;
import dev.davit.testcluster.OnRealNode;
import dev.davit.testcluster.TestCluster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Logs of programs that run. */
@OnRealNode
@Tag("slow")
class RealLogsTest {
    /** Each program asks nobody some times, says once how that went, and ends. */
    private static final String ASKING = """
            - name: %s
              image: davit.test/app:1
              args: [probe, "http://127.0.0.1:1/", "%d", 200ms]
              securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            """;

    private static final String CRASHING = """
            - name: web
              image: davit.test/app:1
              env: [{name: FAIL, value: crash}]
              securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            """;

    private static final String SPEC = """
            securityContext: {runAsNonRoot: true, runAsUser: 1000, seccompProfile: {type: RuntimeDefault}}
            restartPolicy: %s
            containers:
            """;

    private Stack stack;

    @BeforeEach
    void connect(TestCluster cluster) {
        stack = new Stack(cluster);
    }

    private static String job(String name, String... containers) {
        return """
                ---
                apiVersion: batch/v1
                kind: Job
                metadata: {name: %s}
                spec:
                  template:
                    spec:
                %s""".formatted(name, (SPEC.formatted("Never") + String.join("", containers)).indent(6));
    }

    private static String deployment(String name, String... containers) {
        return """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s}
                spec:
                  selector: {matchLabels: {app: %1$s}}
                  template:
                    metadata: {labels: {app: %1$s}}
                    spec:
                %2$s""".formatted(name, (SPEC.formatted("Always") + String.join("", containers)).indent(6));
    }

    private void await(String job) {
        stack.kubectl("wait", "job/" + job, "--for=condition=Complete", "--timeout=60s");
    }

    private String podOf(String job) {
        return stack.kubectl(
                "get", "pods", "-l", "batch.kubernetes.io/job-name=" + job, "-o", "jsonpath={.items[0].metadata.name}");
    }

    private static List<String> said(LogPage page) {
        assertThat(page.lines()).isSortedAccordingTo(Comparator.comparing(LogLine::time));
        return page.lines().stream()
                .map(it ->
                        it.resource() + "/" + it.instance() + " " + it.text().replaceAll(".*(\"sent\":\\d+).*", "$1"))
                .toList();
    }

    @Test
    void lines_of_all_containers_come_in_order_and_later_ones_to_who_goes_on() {
        stack.send(job("one", ASKING.formatted("first", 1), ASKING.formatted("second", 8)));
        await("one");
        ClusterLogs logs = stack.logs(OptionalInt.empty());
        String pod = podOf("one");
        LogPage page = logs.next();
        assertThat(page.troubles()).isEmpty();
        assertThat(said(page)).containsExactly("one/" + pod + " \"sent\":1", "one/" + pod + "/second \"sent\":8");
        assertThat(said(stack.logs(OptionalInt.of(1)).next())).containsExactly("one/" + pod + "/second \"sent\":8");
        assertThat(logs.next().lines()).isEmpty();

        stack.send(job("two", ASKING.formatted("only", 2)));
        await("two");
        assertThat(said(logs.next())).containsExactly("two/" + podOf("two") + " \"sent\":2");
        assertThat(logs.next().lines()).isEmpty();
        assertThat(said(stack.logs(OptionalInt.empty(), "two").next())).hasSize(1);
    }

    @Test
    void a_container_that_is_started_again_goes_on_in_the_same_log() {
        stack.send(deployment("web", CRASHING));
        ClusterLogs logs = stack.logs(OptionalInt.of(100));
        List<LogLine> lines = new ArrayList<>();
        for (int second = 0; second < 60 && lines.size() < 3; second++) {
            lines.addAll(logs.next().lines());
            Stack.sleep(1000);
        }
        assertThat(lines)
                .hasSizeGreaterThanOrEqualTo(3)
                .doesNotHaveDuplicates()
                .allSatisfy(it -> assertThat(it.text()).endsWith("crash: asked for by FAIL=crash"));
    }
}
