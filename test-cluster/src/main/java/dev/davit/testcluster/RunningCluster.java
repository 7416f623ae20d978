package dev.davit.testcluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A cluster that is up; a JVM has at most one with fake nodes and one with a real node. */
record RunningCluster(ClusterScript script, Path folder, Path kubeconfig, AtomicInteger namespaces) {
    static RunningCluster up(ClusterScript script, Nodes nodes) {
        try {
            Path folder = Files.createTempDirectory("davit-test-cluster-");
            return new RunningCluster(script, folder, script.up(folder, nodes), new AtomicInteger());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Make a namespace that enforces the Pod Security Standard "restricted", and in which pods can be made at once. */
    TestCluster namespaced(String name) {
        String namespace = label(name) + "-" + namespaces.incrementAndGet();
        Output.of(List.of(kubectl().toString(), "apply", "-f", "-"), """
                        apiVersion: v1
                        kind: Namespace
                        metadata:
                          name: %s
                          labels: {pod-security.kubernetes.io/enforce: restricted, pod-security.kubernetes.io/warn: restricted}
                        """.formatted(namespace))
                .orThrow();
        TestCluster cluster = new TestCluster(this, namespace);
        cluster.kubectl("wait", "--for=create", "serviceaccount/default", "--timeout=120s");
        return cluster;
    }

    private static String label(String name) {
        String label = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return label.substring(0, Math.min(label.length(), 50)).replaceAll("^-+|-+$", "");
    }

    /** Give the script that calls kubectl for this cluster. */
    Path kubectl() {
        return folder.resolve("kubectl");
    }

    void close() {
        script.down(folder);
    }
}
