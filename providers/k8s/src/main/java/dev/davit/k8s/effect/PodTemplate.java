package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads what pods are made from.
 *
 * @param tree the template, or a pod: both have {@code metadata} and {@code spec}
 */
record PodTemplate(MapNode tree) {
    /** Gives the template of a workload, whatever its kind. */
    static PodTemplate of(Node workload) {
        String[] path = Fields.at(workload, "spec", "jobTemplate").isPresent()
                ? new String[] {"spec", "jobTemplate", "spec", "template"}
                : new String[] {"spec", "template"};
        return new PodTemplate(Fields.map(workload, path));
    }

    MapNode spec() {
        return Fields.map(tree, "spec");
    }

    TreeMap<String, String> labels() {
        return Fields.words(tree, "metadata", "labels");
    }

    /** Gives the containers that run as long as the pod does: sidecars are init containers that restart. */
    List<Node> containers() {
        List<Node> running = new ArrayList<>(Fields.list(spec(), "containers"));
        Fields.list(spec(), "initContainers").stream()
                .filter(PodTemplate::isSidecar)
                .forEach(running::add);
        return running;
    }

    List<Node> everyContainer() {
        List<Node> all = new ArrayList<>(Fields.list(spec(), "initContainers"));
        all.addAll(Fields.list(spec(), "containers"));
        return all;
    }

    private static boolean isSidecar(Node container) {
        return Fields.text(container, "restartPolicy").filter("Always"::equals).isPresent();
    }

    /** Gives the names of the claims that it mounts. */
    Set<String> claims() {
        Set<String> claims = new TreeSet<>();
        Fields.list(spec(), "volumes")
                .forEach(it ->
                        Fields.text(it, "persistentVolumeClaim", "claimName").ifPresent(claims::add));
        return claims;
    }

    /** Says whether a port is declared, by name or number; one that is not may be open all the same. */
    boolean declares(String port) {
        return containers().stream()
                .flatMap(it -> Fields.list(it, "ports").stream())
                .anyMatch(it -> Fields.text(it, "name").filter(port::equals).isPresent()
                        || Fields.word(it, "containerPort").filter(port::equals).isPresent());
    }

    boolean hasHostPort() {
        return Fields.isTrue(spec(), "hostNetwork")
                || containers().stream()
                        .flatMap(it -> Fields.list(it, "ports").stream())
                        .anyMatch(it -> Fields.number(it, "hostPort")
                                .filter(port -> port > 0)
                                .isPresent());
    }

    /** Says whether two of its pods cannot be on one node. */
    boolean isOnePerNode() {
        return hasHostPort()
                || Fields.list(spec(), "affinity", "podAntiAffinity", "requiredDuringSchedulingIgnoredDuringExecution")
                        .stream()
                        .anyMatch(it -> Fields.text(it, "topologyKey")
                                        .filter("kubernetes.io/hostname"::equals)
                                        .isPresent()
                                && Selection.matches(Fields.map(it, "labelSelector"), labels()));
    }

    /** Adds up what the scheduler reserves; where a container has a limit alone, that is its request, too. */
    TreeMap<String, BigDecimal> requests() {
        return reserved("requests");
    }

    TreeMap<String, BigDecimal> limits() {
        return reserved("limits");
    }

    private TreeMap<String, BigDecimal> reserved(String what) {
        TreeMap<String, BigDecimal> sum = new TreeMap<>();
        containers().forEach(it -> Amount.add(sum, amounts(it, what)));
        Fields.list(spec(), "initContainers").stream()
                .filter(it -> !isSidecar(it))
                .forEach(it -> amounts(it, what).forEach((name, amount) -> sum.merge(name, amount, BigDecimal::max)));
        return sum;
    }

    private static Map<String, BigDecimal> amounts(Node container, String what) {
        TreeMap<String, BigDecimal> amounts =
                what.equals("requests") ? Amount.map(container, "resources", "limits") : new TreeMap<>();
        amounts.putAll(Amount.map(container, "resources", what));
        return amounts;
    }
}
