package dev.davit.testcluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Reach the cluster from a test, in a namespace of its own.
 *
 * <p>The namespace enforces the Pod Security Standard "restricted". Its deletion is begun after the test and not waited for.
 */
public final class TestCluster implements AutoCloseable {
    private final RunningCluster cluster;
    private final String namespace;

    TestCluster(RunningCluster cluster, String namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    /** Give the kubeconfig of an administrator; its context names the namespace {@code default}. */
    public Path kubeconfig() {
        return cluster.kubeconfig();
    }

    /** Give the name of this test's namespace. */
    public String namespace() {
        return namespace;
    }

    /**
     * Ask the real kubectl, as a witness that knows nothing of Davit, and give its standard output.
     *
     * @param arguments go after {@code --namespace}; a later {@code --namespace} wins
     * @throws IllegalStateException with what kubectl said, if it fails
     */
    public String kubectl(String... arguments) {
        return Output.of(command(arguments), "").orThrow();
    }

    /** Apply manifests with kubectl, as {@link #kubectl} does, and give its standard output. */
    public String apply(String manifests) {
        return Output.of(command("apply", "-f", "-"), manifests).orThrow();
    }

    /**
     * Write an object past the API server into its store, as a cluster has it that was upgraded from a server that took it.
     *
     * <p>Source of the call: https://etcd.io/docs/v3.6/dev-guide/api_grpc_gateway/
     *
     * @param key such as {@code /registry/configmaps/NAMESPACE/NAME}
     * @param json the whole object
     */
    public void store(String key, String json) {
        String body = "{\"key\": \"%s\", \"value\": \"%s\"}".formatted(base64(key), base64(json));
        try {
            URI put = URI.create(
                    Files.readString(cluster.folder().resolve("etcd.url")).strip() + "/v3/kv/put");
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(put)
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("etcd answers " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Make an account in this test's namespace that may do what some rules of a Role permit there, and nothing else.
     *
     * @param rules in YAML, a line for each: {@code - {apiGroups: [""], resources: [secrets], verbs: [get]}}
     * @return a kubeconfig of it, in that folder; like the administrator's in all else
     */
    public Path account(String name, String rules, Path folder) throws IOException {
        apply("""
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: NAME}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: NAME}
                rules:
                RULES
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: NAME}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: NAME}
                subjects: [{kind: ServiceAccount, name: NAME, namespace: SPACE}]
                """.replace("NAME", name).replace("SPACE", namespace()).replace("RULES", rules.strip()));
        String token = kubectl("create", "token", name).strip();
        String user = Files.readString(kubeconfig())
                .replaceAll("(?m)^users:.*$", "users: [{name: admin, user: {token: \"" + token + "\"}}]");
        return Files.writeString(folder.resolve("kubeconfig"), user);
    }

    /** Start a kubectl that goes on, such as {@code proxy} or {@code port-forward}; its errors go to those of the tests. */
    public Process startKubectl(String... arguments) {
        try {
            return new ProcessBuilder(command(arguments))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(cluster.kubectl().toString(), "--namespace", namespace));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Called when the test is through. */
    @Override
    public void close() {
        kubectl("delete", "namespace", namespace, "--wait=false");
    }
}
