package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for room for one more pod: on the nodes, by what they offer less what their pods ask for, and in the quotas of its
 * namespace.
 */
final class Room {
    private final ClusterFacts facts;
    private final String namespace;

    Room(ClusterFacts facts, String namespace) {
        this.facts = facts;
        this.namespace = namespace;
    }

    /** Says whether nodes and their pods were read. */
    boolean knowsNodes() {
        return facts.nodes().isPresent();
    }

    /** Says whether a node may be added where none has room; devices are scarce, and nobody can be sure to get one. */
    boolean mayGrow(PodTemplate pod) {
        return device(pod).isEmpty() && facts.nodes().filter(Nodes::mayGrow).isPresent();
    }

    /** Says whether quotas were read. */
    boolean knowsQuotas() {
        return facts.knows(KindName.QUOTA);
    }

    /** Names what a pod asks of a node beyond what every node has: GPUs and other devices. */
    static Optional<String> device(PodTemplate pod) {
        return pod.requests().keySet().stream()
                .filter(name -> name.contains("/") && !name.startsWith("kubernetes.io/"))
                .findFirst();
    }

    /**
     * Says what no node has enough of, if the nodes are known and none takes the pod.
     *
     * @param neighbour selects the pods that must not be on the same node; empty for none
     */
    Optional<String> lackOnNodes(PodTemplate pod, Optional<MapNode> neighbour) {
        if (!knowsNodes()) {
            return Optional.empty();
        }
        List<MapNode> fit = facts.nodes().orElseThrow().all().stream()
                .filter(node -> takes(node, pod))
                .toList();
        if (fit.isEmpty()) {
            return Optional.of("no node fits its node selector and tolerations");
        }
        List<MapNode> free = fit.stream()
                .filter(node -> neighbour.isEmpty() || !hosts(node, neighbour.get()))
                .toList();
        if (free.isEmpty()) {
            return Optional.of("each node that fits has one of its pods, and no node takes two");
        }
        return free.stream().anyMatch(node -> lack(node, pod).isEmpty()) ? Optional.empty() : lack(free, pod);
    }

    private Optional<String> lack(List<MapNode> nodes, PodTemplate pod) {
        Optional<String> device = device(pod)
                .filter(name -> nodes.stream()
                        .allMatch(node -> lack(node, pod).filter(name::equals).isPresent()));
        return Optional.of(
                "no node has " + device.or(() -> lack(nodes.get(0), pod)).orElseThrow() + " free for one more pod");
    }

    /** Names the scarcest thing: devices before all else. */
    private Optional<String> lack(MapNode node, PodTemplate pod) {
        Map<String, BigDecimal> free = facts.nodes().orElseThrow().free(node);
        return pod.requests().entrySet().stream()
                .filter(it -> it.getValue().signum() > 0)
                .filter(it -> it.getValue().compareTo(free.getOrDefault(it.getKey(), BigDecimal.ZERO)) > 0)
                .map(Map.Entry::getKey)
                .min((a, b) -> Boolean.compare(b.contains("/"), a.contains("/")))
                .or(() -> free.getOrDefault("pods", BigDecimal.ONE).signum() > 0
                        ? Optional.empty()
                        : Optional.of("a place"));
    }

    private boolean hosts(MapNode node, MapNode selector) {
        return facts.nodes().orElseThrow().podsOn(node).stream()
                .anyMatch(pod ->
                        Fields.namespace(pod.tree()).equals(namespace) && Selection.matches(selector, pod.labels()));
    }

    private static boolean takes(MapNode node, PodTemplate pod) {
        Map<String, String> labels = Fields.words(node, "metadata", "labels");
        List<Node> terms = Fields.list(
                pod.spec(),
                "affinity",
                "nodeAffinity",
                "requiredDuringSchedulingIgnoredDuringExecution",
                "nodeSelectorTerms");
        return !Fields.isTrue(node, "spec", "unschedulable")
                && labels.entrySet()
                        .containsAll(Fields.words(pod.spec(), "nodeSelector").entrySet())
                && (terms.isEmpty()
                        || terms.stream()
                                .anyMatch(term -> Fields.list(term, "matchExpressions").stream()
                                        .allMatch(it -> Selection.holds(it, labels))))
                && Fields.list(node, "spec", "taints").stream().allMatch(taint -> tolerates(pod, taint));
    }

    private static boolean tolerates(PodTemplate pod, Node taint) {
        return Fields.text(taint, "effect").filter("PreferNoSchedule"::equals).isPresent()
                || Fields.list(pod.spec(), "tolerations").stream().anyMatch(it -> tolerates(it, taint));
    }

    private static boolean tolerates(Node toleration, Node taint) {
        boolean exists =
                Fields.text(toleration, "operator").filter("Exists"::equals).isPresent();
        Optional<String> key = Fields.text(toleration, "key").filter(it -> !it.isEmpty());
        Optional<String> effect = Fields.text(toleration, "effect").filter(it -> !it.isEmpty());
        boolean sameKey = key.isEmpty() ? exists : key.equals(Fields.text(taint, "key"));
        boolean sameValue = exists
                || Fields.text(toleration, "value")
                        .orElse("")
                        .equals(Fields.text(taint, "value").orElse(""));
        return sameKey && sameValue && (effect.isEmpty() || effect.equals(Fields.text(taint, "effect")));
    }

    /**
     * Says which quota has no room for some pods, once some others are gone.
     *
     * <p>Quotas with scopes are left out: whether they count a pod, the pod alone does not tell.
     */
    Optional<String> lackInQuota(PodTemplate coming, long come, PodTemplate going, long go) {
        return facts.all(KindName.QUOTA).orElse(List.of()).stream()
                .filter(quota -> Fields.namespace(quota).equals(namespace))
                .filter(quota -> Fields.list(quota, "spec", "scopes").isEmpty()
                        && Fields.at(quota, "spec", "scopeSelector").isEmpty())
                .flatMap(quota -> lack(quota, coming, come, going, go).stream())
                .findFirst();
    }

    private static Optional<String> lack(MapNode quota, PodTemplate coming, long come, PodTemplate going, long go) {
        Map<String, BigDecimal> hard = Amount.map(quota, "status", "hard");
        Map<String, BigDecimal> used = Amount.map(quota, "status", "used");
        return (hard.isEmpty() ? Amount.map(quota, "spec", "hard") : hard)
                .entrySet().stream()
                        .filter(limit -> used.getOrDefault(limit.getKey(), BigDecimal.ZERO)
                                        .add(counted(coming, limit.getKey()).multiply(BigDecimal.valueOf(come)))
                                        .subtract(counted(going, limit.getKey()).multiply(BigDecimal.valueOf(go)))
                                        .compareTo(limit.getValue())
                                > 0)
                        .filter(limit -> counted(coming, limit.getKey()).signum() > 0)
                        .map(limit -> "ResourceQuota " + Fields.name(quota) + " has no room left in " + limit.getKey())
                        .findFirst();
    }

    /** Gives what a quota counts of one pod under a name. */
    private static BigDecimal counted(PodTemplate pod, String name) {
        if (name.equals("pods") || name.equals("count/pods")) {
            return BigDecimal.ONE;
        }
        if (name.startsWith("limits.")) {
            return pod.limits().getOrDefault(name.substring("limits.".length()), BigDecimal.ZERO);
        }
        String resource = name.startsWith("requests.") ? name.substring("requests.".length()) : name;
        return pod.requests().getOrDefault(resource, BigDecimal.ZERO);
    }
}
