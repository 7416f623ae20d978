package dev.davit.testcluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
