package dev.davit.k8s.cluster;

import dev.davit.apply.ApplyException;
import dev.davit.document.DocumentException;
import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ask a program for the credential, as the kubeconfig says. The program is started from its list of arguments; no shell ever sees
 * them.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins">client-go
 *     credential plugins</a>
 */
final class ExecPlugin implements Login {
    private static final int LARGEST_ANSWER = 1 << 20;

    private final List<String> command;
    private final Map<String, String> variables;
    private final String hint;
    private final long seconds;
    private Credential credential;

    ExecPlugin(List<String> command, Map<String, String> variables, String hint, long seconds) {
        this.command = List.copyOf(command);
        this.variables = Map.copyOf(variables);
        this.hint = hint;
        this.seconds = seconds;
    }

    static ExecPlugin of(Kubeconfig config, Kubeconfig.Entry entry, Map<String, String> environment) {
        MapNode exec = entry.user().map().getMap("exec").orElseThrow();
        String version = exec.getText("apiVersion").orElse("");
        if (!version.matches("client\\.authentication\\.k8s\\.io/(v1|v1beta1)")) {
            throw config.refused(
                    "the credential plugin speaks \"" + version + "\", which is not known",
                    "log in again with a current version of your cloud's tool");
        }
        if (exec.getText("interactiveMode").orElse("").equals("Always")) {
            throw config.refused(
                    "the credential plugin wants to ask you, and nobody can answer it here",
                    "log in with its own command first, or use a plugin that keeps its login");
        }
        Map<String, String> variables = new java.util.LinkedHashMap<>(environment);
        maps(exec, "env")
                .forEach(it -> it.getText("name")
                        .ifPresent(
                                name -> variables.put(name, it.getText("value").orElse(""))));
        variables.put("KUBERNETES_EXEC_INFO", Json.compact(info(exec, version, entry.cluster())));
        return new ExecPlugin(
                command(exec, entry.user().folder()),
                variables,
                exec.getText("installHint").orElse(""),
                60);
    }

    private static List<String> command(MapNode exec, Path folder) {
        String program = exec.getText("command").orElse("");
        List<String> command = new ArrayList<>();
        command.add(
                program.contains("/") || program.contains(File.separator)
                        ? folder.resolve(program).toString()
                        : program);
        exec.getList("args").map(ListNode::items).orElse(List.of()).forEach(it -> command.add(it.toString()));
        return command;
    }

    private static MapNode info(MapNode exec, String version, Kubeconfig.Section cluster) {
        MapNode info = new MapNode(null).put("apiVersion", version).put("kind", "ExecCredential");
        MapNode spec = info.map("spec", null).put("interactive", false);
        if (exec.get("provideClusterInfo").map(Node::toString).orElse("").equals("true")) {
            MapNode about = spec.map("cluster", null);
            for (String key : List.of("server", "tls-server-name", "certificate-authority-data", "proxy-url")) {
                cluster.text(key).ifPresent(it -> about.put(key, it));
            }
        }
        return info;
    }

    @Override
    public synchronized Credential now() {
        if (credential == null) {
            credential = ask();
        }
        return credential;
    }

    @Override
    public synchronized Credential renewed(Credential refused) {
        if (credential == refused) {
            credential = null;
        }
        return now();
    }

    private Credential ask() {
        try {
            Process process = start();
            process.getOutputStream().close();
            CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw refused(
                        "did not answer within " + seconds + " s", "run it by hand to see what it waits for", null);
            }
            if (process.exitValue() != 0) {
                throw refused(
                        "ended with " + process.exitValue() + lastLine(err.join()),
                        "log in with its own command",
                        null);
            }
            return credential(out.join());
        } catch (IOException e) {
            throw refused("cannot be started", hint.isEmpty() ? "install it, or correct the kubeconfig" : hint, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("was interrupted", "run Davit again", e);
        }
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(variables);
        return builder.start();
    }

    private static String read(java.io.InputStream in) {
        try (in) {
            return new String(in.readNBytes(LARGEST_ANSWER), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static String lastLine(String text) {
        String[] lines = text.strip().split("\\R");
        return lines[lines.length - 1].isBlank() ? "" : ": " + lines[lines.length - 1].strip();
    }

    private Credential credential(String answer) {
        MapNode status;
        try {
            status = Json.read("the plugin's answer", answer.getBytes(StandardCharsets.UTF_8)) instanceof MapNode map
                    ? map.getMap("status").orElse(new MapNode(null))
                    : new MapNode(null);
        } catch (DocumentException e) {
            throw refused("answers no ExecCredential", "run it by hand to see what it answers", e);
        }
        Credential given = new Credential(
                status.getText("token").map(it -> "Bearer " + it),
                status.getText("clientCertificateData"),
                status.getText("clientKeyData"));
        if (given.authorization().isEmpty() && given.certificate().isEmpty()) {
            throw refused("answers neither a token nor a certificate", "run it by hand to see what it answers", null);
        }
        return given;
    }

    private ApplyException refused(String what, String next, Throwable cause) {
        return new ApplyException(
                ApplyException.Reason.NO_PERMISSION,
                "the credential plugin " + what,
                Optional.of(command.get(0)).filter(it -> !it.isEmpty()).orElse("kubeconfig"),
                next,
                cause);
    }

    private static List<MapNode> maps(MapNode parent, String key) {
        return parent.getList(key).map(ListNode::items).orElse(List.of()).stream()
                .filter(MapNode.class::isInstance)
                .map(MapNode.class::cast)
                .toList();
    }
}
