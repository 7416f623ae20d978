package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.MapNode;
import dev.davit.render.api.RenderApi;
import dev.davit.render.api.RenderApis;
import dev.davit.render.sandbox.Fault;
import dev.davit.render.sandbox.Sandbox;
import dev.davit.render.sandbox.SandboxOptions;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part that needs a GPU on a real API server, all else on Render: one definition, one plan, one release. */
@OnFakeNodes
@Tag("slow")
class TwoTargetsTest {
    private static final String TOKEN = "tok-5f1c0ffee";
    private static final String NEXT_TOKEN = TOKEN + "-rotated";

    @TempDir
    private Path scratch;

    private Shell shell;
    private TestCluster cluster;
    private Sandbox render;
    private RenderApi api;
    private volatile boolean refuses;

    @BeforeEach
    void aShell(TestCluster given) throws IOException {
        cluster = given;
        render = Sandbox.start(SandboxOptions.usual()
                .speed(1000)
                .faults((number, method, path) -> refuses && method.equals("POST") && path.equals("/services")
                        ? Optional.of(Fault.error(400))
                        : Optional.empty()));
        api = RenderApis.at(render.address(), render.apiKey()).connect();
        shell = new Shell(scratch)
                .with("COLUMNS", "100")
                .with("KUBECONFIG", given.kubeconfig().toString())
                .with("RENDER_API_URL", render.address().toString())
                .with("RENDER_API_KEY", render.apiKey());
        define("1.4.2");
        cluster.kubectl("create", "namespace", namespace());
        // The programs of a fake node do nothing, and so does the one that makes credentials.
        token(TOKEN);
    }

    @AfterEach
    void stop() {
        render.close();
    }

    private String namespace() {
        return cluster.namespace() + "-ai";
    }

    /** The example, in a namespace of its own on the test's cluster. */
    private void define(String version) throws IOException {
        String example = Files.readString(Path.of("../examples/doc-ai/DocAi.java"));
        String here = example.replace("gpu-prod", "davit-test")
                .replace("namespace(\"doc-ai\")", "namespace(\"" + namespace() + "\")")
                .replace("inference:1.4.2", "inference:" + version)
                .replace("Dockerfile.at(\"worker/Dockerfile\")", "Image.of(\"ghcr.io/acme/worker:" + version + "\")")
                .replace(".start(\"npm start\")", ".start(\"npm start\").repo(\"https://example.com/acme/doc-ai\")");
        Files.writeString(shell.work().resolve("DocAi.java"), here);
    }

    private void token(String value) {
        cluster.kubectl("delete", "secret", "inference-access", "--namespace", namespace(), "--ignore-not-found");
        cluster.kubectl(
                "create",
                "secret",
                "generic",
                "inference-access",
                "--namespace",
                namespace(),
                "--from-literal=token=" + value);
    }

    private Child.Result davit(int code, String arguments) throws Exception {
        Child.Result result = shell.run("davit " + arguments);
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(code);
        assertThat(result.out() + result.err()).doesNotContain(TOKEN).doesNotContain("\tat ");
        return result;
    }

    private Optional<String> variable(String service, String key) {
        return api.list("/services?name=" + service, "service").stream()
                .findFirst()
                .flatMap(it -> api.get("/services/" + it.getText("id").orElseThrow() + "/env-vars/" + key))
                .flatMap((MapNode it) -> it.getText("value"));
    }

    private List<String> services() {
        return api.list("/services", "service").stream()
                .map((MapNode it) -> it.getText("name").orElseThrow())
                .sorted()
                .toList();
    }

    @Test
    void one_plan_brings_both_and_what_calls_across_comes_after_what_is_called() throws Exception {
        Child.Result planned = davit(2, "plan DocAi.java --adopt --out plan.json --detailed-exitcode");
        assertThat(planned.out())
                .contains("render+kubernetes, workspace sandbox ")
                .contains("and context");
        assertThat(planned.out().indexOf("CREATE   Deployment " + namespace() + "/inference"))
                .isPositive()
                .isLessThan(planned.out().indexOf("CREATE   Ingress "));
        assertThat(planned.out().indexOf("CREATE   Ingress "))
                .isLessThan(planned.out().indexOf("CREATE   web web"));
        assertThat(Files.readString(shell.work().resolve("plan.json"))).doesNotContain(TOKEN);

        Child.Result applied = davit(0, "apply plan.json --yes");
        assertThat(applied.out()).endsWith(", release 1 of doc-ai/prod\n");
        assertThat(services()).containsExactly("ingest", "web");
        assertThat(variable("web", "INFERENCE_URL")).contains("https://inference.example.com/v1");
        assertThat(variable("web", "INFERENCE_TOKEN")).contains(TOKEN);
        assertThat(variable("ingest", "INFERENCE_TOKEN")).contains(TOKEN);

        assertThat(davit(0, "diff DocAi.java --detailed-exitcode").out())
                .contains("no changes, ", " of them by the record of the last apply\n");
        assertThat(davit(0, "diff DocAi.java --detailed-exitcode --verify full").out())
                .contains("no changes, ", " unchanged\n");
        assertThat(davit(0, "apply DocAi.java --yes").out()).contains("all is as it is to be");
        assertThat(davit(0, "status DocAi.java").out()).contains("web web: ").contains("/inference: ");

        Child.Result logs = davit(0, "logs DocAi.java");
        assertThat(logs.out()).contains("web");
        assertThat(logs.err()).contains("inference");

        token(NEXT_TOKEN);
        Child.Result diff = davit(2, "diff DocAi.java --detailed-exitcode");
        assertThat(diff.out()).contains("(secret v#1) -> from private service \"inference\" on its target: token");
        define("1.5.0");
        davit(0, "apply DocAi.java --yes");
        assertThat(variable("web", "INFERENCE_TOKEN")).contains(NEXT_TOKEN);
        davit(0, "rollback DocAi.java --yes");
        assertThat(davit(0, "history DocAi.java").out().lines()).hasSize(3);
        assertThat(davit(0, "history DocAi.java --target render").out().lines()).hasSize(3);
        define("1.4.2");
        assertThat(davit(0, "drift DocAi.java --detailed-exitcode").out()).contains("no drift");

        String destroyed = davit(
                        0,
                        "destroy DocAi.java --confirm doc-ai --allow-delete 'keyvalue jobs' --allow-delete 'worker ingest'")
                .out();
        assertThat(destroyed.indexOf("DELETE   web web"))
                .isPositive()
                .isLessThan(destroyed.indexOf("DELETE   Deployment "));
        assertThat(services()).isEmpty();
        assertThat(cluster.kubectl("get", "deployments", "--namespace", namespace(), "-o", "name"))
                .isEmpty();
        assertThat(davit(0, "status DocAi.java").out()).contains("nobody applies it just now");
    }

    @Test
    void who_applies_one_of_the_targets_keeps_others_from_both() throws Exception {
        Path lease = Files.writeString(scratch.resolve("lease.yaml"), """
                apiVersion: coordination.k8s.io/v1
                kind: Lease
                metadata: {name: davit-doc-ai-prod, namespace: %s}
                spec: {holderIdentity: "somebody@else/1", leaseDurationSeconds: 60, leaseTransitions: 7}
                """.formatted(namespace()));
        cluster.kubectl("create", "--namespace", namespace(), "-f", lease.toString());
        Child.Result refused = davit(4, "apply DocAi.java --adopt --yes --lock-timeout 0s");
        assertThat(refused.err()).contains("somebody@else/1, at one of the places is applying this stack");
        assertThat(services()).isEmpty();
        davit(0, "unlock DocAi.java --break 'somebody@else/1, at one of the places'");
        davit(0, "apply DocAi.java --adopt --yes");
    }

    @Test
    void an_apply_that_fails_on_one_target_is_brought_to_its_end_on_both() throws Exception {
        refuses = true;
        Child.Result failed = shell.run("davit apply DocAi.java --adopt --yes");
        assertThat(failed.code()).as(failed.out() + failed.err()).isNotZero();
        assertThat(failed.err()).contains("davit apply --resume to go on with the same plan");
        assertThat(services()).isEmpty();
        refuses = false;
        davit(0, "apply DocAi.java --resume --yes");
        assertThat(variable("web", "INFERENCE_TOKEN")).contains(TOKEN);
        assertThat(davit(0, "diff DocAi.java --detailed-exitcode").out()).contains("no changes, ");
    }
}
