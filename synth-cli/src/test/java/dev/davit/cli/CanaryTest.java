package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secret values that one would recognise, looked for wherever Davit writes: streams, files, the arguments of processes, events. */
@OnFakeNodes
@Tag("slow")
class CanaryTest {
    private static final List<String> VALUES = List.of("canary-old-7f3a9c", "canary-new-51be02");

    @TempDir
    private Path scratch;

    private Shell shell;
    private TestCluster cluster;
    private String token;

    /** The credential is a canary, too: a token that a plugin hands out. */
    @BeforeEach
    void aShell(TestCluster given) throws IOException {
        cluster = given;
        shell = new Shell(scratch)
                .with("TMPDIR", Files.createDirectories(scratch.resolve("tmp")).toString());
        shell.with("JAVA_OPTIONS", "-Djava.io.tmpdir=" + scratch.resolve("tmp"));
        cluster.kubectl("create", "serviceaccount", "deployer");
        cluster.kubectl(
                "create",
                "clusterrolebinding",
                cluster.namespace(),
                "--clusterrole=cluster-admin",
                "--serviceaccount=" + cluster.namespace() + ":deployer");
        token = cluster.kubectl("create", "token", "deployer").strip();
        Path kept = Files.writeString(Files.createTempFile("canary-", ".token"), token);
        kept.toFile().deleteOnExit();
        Path plugin = scratch.resolve("bin/token-plugin");
        Shell.script(plugin, """
                #!/bin/sh
                printf '{"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential", "status": {"token": "%%s"}}' "$(cat %s)"
                """.formatted(kept));
        Path kubeconfig = Files.copy(given.kubeconfig(), scratch.resolve("kubeconfig"));
        String config = "--kubeconfig=" + kubeconfig;
        cluster.kubectl(
                config,
                "config",
                "set-credentials",
                "canary",
                "--exec-command=" + plugin,
                "--exec-api-version=client.authentication.k8s.io/v1",
                "--exec-interactive-mode=Never");
        cluster.kubectl(config, "config", "set-context", "--current", "--user=canary");
        shell.with("KUBECONFIG", kubeconfig.toString());
    }

    private String namespace() {
        return cluster.namespace() + "-shop";
    }

    private void define(String image) throws IOException {
        Files.writeString(shell.work().resolve("Shop.java"), """
                import dev.davit.*;

                class Shop implements Definition {
                  @Override public void define(Infra infra) {
                    var key = infra.secret("api-key");
                    infra.privateService("web", Image.of("ghcr.io/acme/web:%s"), s -> s
                        .health(Health.http("/healthz"))
                        .env("API_KEY", key));
                    infra.deployTo(Kubernetes.context("davit-test").namespace("%s"));
                  }
                }
                """.formatted(image, namespace()));
    }

    private void secret(String value) {
        cluster.kubectl("delete", "secret", "api-key", "--ignore-not-found", "--namespace", namespace());
        cluster.kubectl(
                "create",
                "secret",
                "generic",
                "api-key",
                "--from-literal=api-key=" + value,
                "--namespace",
                namespace());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> canaries() {
        List<String> all = new ArrayList<>(List.of(token));
        VALUES.forEach(it -> all.addAll(List.of(it, base64(it))));
        return all;
    }

    /** Run, and look at the arguments of every process meanwhile. */
    private String watched(String script) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        TreeSet<String> arguments = new TreeSet<>();
        Thread watch = new Thread(() -> {
            while (!done.get()) {
                ProcessHandle.allProcesses().forEach(it -> arguments.add(commandLine(it.pid())));
            }
        });
        watch.start();
        Child.Result result = shell.run(script);
        done.set(true);
        watch.join();
        assertThat(arguments).anyMatch(it -> it.contains("dev.davit.cli.Main"));
        return result.code() + "\n" + result.out() + result.err() + String.join("\n", arguments);
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void check_18_no_secret_is_in_streams_files_arguments_or_events() throws Exception {
        String stage = " --stage t" + cluster.namespace().replaceAll(".*-", "");
        define("1.0.0");
        String said = watched("davit apply Shop.java --yes --verbose" + stage);
        assertThat(said).startsWith("0\n");
        secret(VALUES.get(0));
        define("1.1.0");
        said += watched("davit plan Shop.java --view full --drift all --out plan.json" + stage);
        secret(VALUES.get(1));
        said += watched("davit diff Shop.java --output json --verbose" + stage);
        said += watched("davit apply plan.json --yes --verbose");
        said += watched("davit drift --stack shop --target kubernetes --drift all --verbose" + stage);
        said += watched("davit rollback Shop.java --yes --verbose" + stage);
        cluster.kubectl("delete", "clusterrolebinding", cluster.namespace());
        said += watched("davit status --stack shop --target kubernetes --verbose" + stage);
        said += cluster.kubectl("get", "events", "--all-namespaces", "--output", "json");

        assertThat(said).contains("release 2 of shop").doesNotContain(canaries());
        assertThat(filesWithCanaries()).isEmpty();
        assertThat(shell.work().resolve("plan.json")).exists();
        assertThat(scratch.resolve("home/.local/state/davit")).isNotEmptyDirectory();
    }

    /** Everything below the test's folder: plan files, the journal, caches, what was left in the folder for temporary files. */
    private List<String> filesWithCanaries() throws IOException {
        try (Stream<Path> files = Files.walk(scratch)) {
            return files.filter(Files::isRegularFile)
                    .filter(it -> !it.endsWith("Shop.java"))
                    .filter(it -> canaries().stream().anyMatch(text(it)::contains))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
