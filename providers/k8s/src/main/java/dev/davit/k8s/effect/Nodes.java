package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holds the cluster's nodes with the pods on them; what they have free is computed once, for many changes ask. */
final class Nodes {
    private static final Set<String> OVER = Set.of("Succeeded", "Failed");

    /** Nodes on one's own machine name their maker, too; nobody adds one to them. */
    private static final String LOCAL = "(kind|k3s|k3d|kwok|minikube|docker)://.*";

    private final List<MapNode> all;
    private final Map<String, List<PodTemplate>> pods;
    private final Map<String, Map<String, BigDecimal>> free = new HashMap<>();

    Nodes(List<MapNode> nodes, List<MapNode> pods) {
        this.all = nodes;
        this.pods = pods.stream()
                .filter(it -> !OVER.contains(Fields.text(it, "status", "phase").orElse("")))
                .collect(Collectors.groupingBy(
                        it -> Fields.text(it, "spec", "nodeName").orElse(""),
                        Collectors.mapping(PodTemplate::new, Collectors.toList())));
    }

    List<MapNode> all() {
        return all;
    }

    List<PodTemplate> podsOn(MapNode node) {
        return pods.getOrDefault(Fields.name(node), List.of());
    }

    /** Gives what a node offers less what its pods ask for. */
    Map<String, BigDecimal> free(MapNode node) {
        return free.computeIfAbsent(Fields.name(node), name -> {
            TreeMap<String, BigDecimal> rest = Amount.map(node, "status", "allocatable");
            podsOn(node).forEach(pod -> {
                pod.requests().forEach((what, amount) -> rest.merge(what, amount.negate(), BigDecimal::add));
                rest.computeIfPresent("pods", (what, places) -> places.subtract(BigDecimal.ONE));
            });
            return rest;
        });
    }

    /** Says whether somebody may add one: a cloud that made one of them can make another, if it is told to. */
    boolean mayGrow() {
        return all.stream()
                .flatMap(it -> Fields.text(it, "spec", "providerID").stream())
                .anyMatch(it -> !it.isEmpty() && !it.matches(LOCAL));
    }
}
