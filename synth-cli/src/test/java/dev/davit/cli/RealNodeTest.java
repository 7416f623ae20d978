package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testcluster.AdmissionWebhook;
import dev.davit.testcluster.OnRealNode;
import dev.davit.testcluster.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outside checks that need pods which run, under their numbers: the real command line, programs that answer, real traffic. */
@OnRealNode
@Tag("slow")
class RealNodeTest {
    /** Nothing pulls from a registry here. Requests take a while, so that some are under way whenever a pod ends. */
    private static final String SHOP = """
            import dev.davit.*;

            class Shop implements Definition {
              @Override public void define(Infra infra) {
                %s
              }
            }
            """;

    private static final String WEB = """
            var web = infra.privateService("web", Image.of("davit.test/app:VERSION"), s -> s
                .health(Health.http("/healthz"))
                .cpu(Cpu.millis(100))
                .env("WORK", "50ms")
                .env("EXIT_ON_TERM", "now")
                .scale(Scale.fixed(2)));
            """;

    private static final String IDLE = """
            var idle = infra.privateService("idle", Image.of("davit.test/app:1"), s -> s
                .health(Health.http("/healthz"))
                .cpu(Cpu.millis(100)));
            """;

    /** Asks the web, and is therefore applied after it. */
    private static final String FRONT = """
            var front = infra.privateService("front", Image.of("davit.test/app:1"), s -> s
                .health(Health.http("/healthz"))
                .cpu(Cpu.millis(100))
                .env("WEB", web.url()));
            """;

    private static final String DISK = """
            var db = infra.privateService("db", Image.of("davit.test/app:VERSION"), Disk.at("/data", Size.gib(1)), s -> s
                .health(Health.http("/healthz"))
                .cpu(Cpu.millis(100))
                .env("FAIL", "WHEN"));
            """;

    private static final String CLUSTER = "infra.deployTo(Kubernetes.context(\"davit-test\").namespace(\"NAMESPACE\")";

    @TempDir
    private Path scratch;

    private Shell shell;
    private TestCluster cluster;

    @BeforeEach
    void aShell(TestCluster given) throws IOException {
        cluster = given;
        shell = new Shell(scratch).with("KUBECONFIG", given.kubeconfig().toString());
    }

    private static String local(String service, String kind) {
        return ".raw(%s, \"%s\", Raw.set(CONTAINER + \"/imagePullPolicy\", \"IfNotPresent\"))".formatted(service, kind);
    }

    private void define(String name, String resources) throws IOException {
        Path file = Files.createDirectories(shell.work().resolve(name)).resolve("Shop.java");
        Files.writeString(
                file,
                SHOP.formatted(resources
                        .replace("NAMESPACE", namespace(name))
                        .replace("CONTAINER", "\"/spec/template/spec/containers/0\"")));
    }

    private String namespace(String name) {
        return name + cluster.namespace().replaceAll(".*-", "-");
    }

    private String davit(String command, String name) {
        return "davit " + command + " " + name + "/Shop.java --yes --stage " + name;
    }

    private String run(int code, String script) throws Exception {
        Child.Result result = shell.run(script);
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(code);
        return result.out() + result.err();
    }

    private String live(String name, String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--namespace";
        all[arguments.length + 1] = namespace(name);
        return cluster.kubectl(all);
    }

    /** Ask a service from inside the cluster; the Job ends when all requests are answered. */
    private void startTraffic(String name, String namespace, int count, String interval) {
        cluster.apply("""
                apiVersion: batch/v1
                kind: Job
                metadata: {name: %1$s}
                spec:
                  backoffLimit: 0
                  template:
                    spec:
                      restartPolicy: Never
                      securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                      containers:
                        - name: probe
                          image: davit.test/app:1
                          args: [probe, "http://web.%2$s:10000/", "%3$d", %4$s]
                          securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                """.formatted(name, namespace, count, interval));
    }

    private void putUnderTraffic(String name) {
        startTraffic(name, namespace(name), 3000, "20ms");
        cluster.kubectl("wait", "--for=jsonpath={.status.ready}=1", "job/" + name, "--timeout=60s");
    }

    private String answered(String name) {
        cluster.kubectl("wait", "--for=condition=Complete", "job/" + name, "--timeout=150s");
        return cluster.kubectl("logs", "job/" + name);
    }

    @Test
    void check_21_no_request_fails_while_an_image_rolls_out_and_without_the_pre_stop_some_do() throws Exception {
        String web = WEB + CLUSTER + local("web", "Deployment");
        String careful = web + ");";
        String careless = web + ".raw(web, \"Deployment\", Raw.remove(CONTAINER + \"/lifecycle\")));";
        define("careful", careful.replace("VERSION", "1"));
        define("careless", careless.replace("VERSION", "1"));
        run(0, davit("apply", "careful") + " && " + davit("apply", "careless"));
        define("careful", careful.replace("VERSION", "2"));
        define("careless", careless.replace("VERSION", "2"));
        putUnderTraffic("careful");
        putUnderTraffic("careless");

        String said = run(0, davit("apply", "careful") + " & " + davit("apply", "careless") + " && wait $!");
        assertThat(cluster.kubectl("get", "jobs", "-o", "jsonpath={.items[*].status.active}"))
                .as("the traffic went on until the end of the rollout, or shows nothing")
                .isEqualTo("1 1");
        assertThat(said).contains("rolling");

        assertThat(answered("careful")).contains("\"1\":", "\"2\":", "\"failed\":0,");
        assertThat(answered("careless")).contains("\"2\":").doesNotContain("\"failed\":0,");
    }

    @Test
    void check_22_an_image_that_is_not_there_fails_soon_and_nothing_else_is_touched() throws Exception {
        String good = WEB.replace("VERSION", "1") + IDLE + CLUSTER + local("web", "Deployment")
                + local("idle", "Deployment") + ");";
        String bad = WEB.replace("VERSION", "none") + FRONT + CLUSTER + local("web", "Deployment")
                + local("front", "Deployment") + ");";
        define("bad", good);
        run(0, davit("apply", "bad"));
        String pods = live("bad", "get", "pods", "-o", "jsonpath={.items[*].metadata.uid}");

        define("bad", bad);
        long start = System.nanoTime();
        String said = run(6, davit("apply", "bad"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));

        assertThat(said).containsPattern("pod web-\\S+, container web: (ErrImagePull|ImagePullBackOff)");
        assertThat(live("bad", "get", "deployments", "-o", "jsonpath={.items[*].metadata.name}"))
                .as("what depends on it was not begun, and what is to go is still there")
                .isEqualTo("idle web");
        assertThat(live("bad", "get", "pods", "-o", "jsonpath={.items[*].metadata.uid}"))
                .as("the old pods serve")
                .contains(pods.split(" "));

        run(0, davit("rollback", "bad"));
        define("bad", good);
        run(0, "davit diff bad/Shop.java --stage bad --detailed-exitcode");
        assertThat(live("bad", "get", "pods", "-o", "jsonpath={.items[*].metadata.uid}"))
                .isEqualTo(pods);
    }

    @Test
    void check_23_a_bad_release_of_a_set_is_rolled_back_and_its_data_is_kept() throws Exception {
        String db = DISK + CLUSTER + local("db", "StatefulSet") + ");";
        define("db", db.replace("VERSION", "1").replace("WHEN", "never"));
        run(0, davit("apply", "db"));
        String volume = live("db", "get", "pvc", "-o", "jsonpath={.items[*].spec.volumeName}");
        String good = live("db", "get", "pod", "db-0", "-o", "jsonpath={.metadata.labels.controller-revision-hash}");

        define("db", db.replace("VERSION", "2").replace("WHEN", "crash"));
        assertThat(run(1, davit("apply", "db"))).contains("crash: asked for by FAIL=crash");
        String broken = live("db", "get", "pod", "db-0", "-o", "jsonpath={.metadata.uid}");

        run(0, davit("rollback", "db"));

        assertThat(live("db", "get", "pod", "db-0", "-o", "jsonpath={.metadata.uid}"))
                .isNotEqualTo(broken);
        assertThat(live("db", "get", "pod", "db-0", "-o", "jsonpath={.metadata.labels.controller-revision-hash}"))
                .isEqualTo(good);
        assertThat(live("db", "get", "statefulset", "db", "-o", "jsonpath={.status.readyReplicas}"))
                .isEqualTo("1");
        assertThat(live("db", "get", "pvc", "-o", "jsonpath={.items[*].spec.volumeName}"))
                .isEqualTo(volume);
        run(0, "davit diff db/Shop.java --stage db");
    }

    /** Nothing pulls from a registry here: each pod gets the one program there is, in the place of its own. */
    private String inPlaceOfItsOwn(String review) {
        String common = """
                [{"op": "replace", "path": "/spec/containers/0/image", "value": "davit.test/app:1"},
                 {"op": "replace", "path": "/spec/containers/0/imagePullPolicy", "value": "IfNotPresent"},
                 {"op": "remove", "path": "/spec/containers/0/resources"}%s]
                """;
        if (review.contains("\"app.kubernetes.io/name\":\"davit-credentials\"")) {
            cluster.kubectl(
                    "create",
                    "secret",
                    "generic",
                    "jobs-credentials",
                    "--namespace=quickstart",
                    "--from-literal=auth.conf=requirepass test",
                    "--from-literal=password=test",
                    "--from-literal=url=redis://default:test@jobs:6379");
            return common.formatted("""
                    , {"op": "add", "path": "/spec/containers/0/command", "value": ["/app", "sleep", "0s"]}
                    """);
        }
        return review.contains("\"app.kubernetes.io/name\":\"jobs\"") ? common.formatted("""
                , {"op": "remove", "path": "/spec/containers/0/command"}
                , {"op": "remove", "path": "/spec/containers/0/readinessProbe"}
                , {"op": "add", "path": "/spec/containers/0/env", "value": [{"name": "PORT", "value": "6379"}]}
                """) : common.formatted("");
    }

    @Test
    void quickstart_runs_and_answers_over_its_service() throws Exception {
        try (AdmissionWebhook webhook = AdmissionWebhook.start(this::inPlaceOfItsOwn)) {
            cluster.apply("""
                    apiVersion: admissionregistration.k8s.io/v1
                    kind: MutatingWebhookConfiguration
                    metadata: {name: quickstart}
                    webhooks:
                      - name: images.davit.test
                        sideEffects: NoneOnDryRun
                        admissionReviewVersions: [v1]
                        namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: quickstart}}
                        clientConfig: %s
                        rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
                    """.formatted(webhook.clientConfig()));

            String quickstart = "\"$REPOSITORY\"/examples/quickstart/Quickstart.java --target kubernetes";
            run(0, "davit apply " + quickstart + " --yes");
            startTraffic("quickstart", "quickstart", 100, "10ms");
            assertThat(answered("quickstart")).contains("\"1\":100").contains("\"failed\":0,");
            run(0, "davit diff " + quickstart + " --detailed-exitcode");

            cluster.kubectl("delete", "mutatingwebhookconfiguration", "quickstart");
            cluster.kubectl("delete", "namespace", "quickstart");
        }
    }
}
