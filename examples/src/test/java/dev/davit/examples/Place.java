package dev.davit.examples;

import dev.davit.testcluster.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The namespace that an example asks for, on a real cluster, as kubectl sees it. */
final class Place {
    private static final String POD_SECURITY = "{.metadata.labels.pod-security\\.kubernetes\\.io/enforce}";

    private final TestCluster cluster;
    private final String namespace;

    private Place(TestCluster cluster, String namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    static Place of(Example example, TestCluster cluster) throws IOException {
        String manifest = Files.readString(example.expected().resolve("kubernetes/00-namespace.yaml"));
        String name = manifest.lines()
                .filter(it -> it.startsWith("  name: "))
                .findFirst()
                .orElseThrow()
                .substring("  name: ".length());
        return new Place(cluster, name);
    }

    Davit.Run davit(Path folder, String command, Path source, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of(command, source.toString(), "--context", "davit-test", "--target", "kubernetes"));
        arguments.addAll(List.of(options));
        return new Davit(folder)
                .with("KUBECONFIG", cluster.kubeconfig().toString())
                .with("XDG_STATE_HOME", folder.resolve("state").toString())
                .run(arguments.toArray(String[]::new));
    }

    String kubectl(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--namespace", namespace));
        return cluster.kubectl(all.toArray(String[]::new));
    }

    String podSecurity() {
        return kubectl("get", "namespace", namespace, "--output", "jsonpath=" + POD_SECURITY);
    }

    /** Wait for what controllers still do after an apply: an autoscaler goes to its minimum. */
    void settle() {
        for (String workload : lines(kubectl("get", "deployments,statefulsets", "--output", "name"))) {
            kubectl("rollout", "status", workload, "--timeout=60s");
        }
    }

    /** Name the pods that are neither ready nor those of a Job that is through. */
    List<String> notReady() {
        String pods = kubectl(
                "get",
                "pods",
                "--output",
                "jsonpath={range .items[*]}{.metadata.name} {.status.phase} "
                        + "{.status.conditions[?(@.type==\"Ready\")].status}{\"\\n\"}{end}");
        return lines(pods).stream()
                .filter(it -> !it.contains(" Succeeded ") && !it.endsWith(" Running True"))
                .toList();
    }

    /** Give every object of the namespace with its version, but for leases and events. */
    List<String> versions() {
        return lines(kubectl(
                "get",
                kinds(),
                "--output",
                "jsonpath={range .items[*]}{.kind}/{.metadata.name} {.metadata.resourceVersion}{\"\\n\"}{end}"));
    }

    /** Name what an empty namespace has not, but for the record of the stack; without the hash that ends some names. */
    List<String> left() {
        return lines(kubectl("get", kinds(), "--output", "name")).stream()
                .filter(it -> !it.equals("configmap/kube-root-ca.crt") && !it.equals("serviceaccount/default"))
                .filter(it -> !it.matches("secret/davit-[a-z-]+(\\.v[0-9]+)?"))
                .map(it -> it.replaceFirst("^((configmap|controllerrevision).*)-[0-9a-f]+$", "$1"))
                .map(it -> it.replaceFirst("^(endpointslice.*)-[0-9a-z]{5}$", "$1"))
                .sorted()
                .toList();
    }

    private String kinds() {
        return lines(kubectl("api-resources", "--namespaced", "--verbs=list", "--output", "name")).stream()
                .filter(it -> !it.startsWith("events") && !it.startsWith("leases.") && !it.equals("endpoints"))
                .collect(Collectors.joining(","));
    }

    private static List<String> lines(String text) {
        return text.lines().filter(it -> !it.isBlank()).toList();
    }
}
