package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.plan.Impact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges NetworkPolicies: who that runs now can reach less than before.
 *
 * <p>Policies add up: a pod that any policy selects for a direction is cut off in it but for what its policies let through.
 */
final class NetworkPolicyEffect {
    private static final Set<String> KNOWN =
            Set.of("spec.podSelector", "spec.policyTypes", "spec.ingress", "spec.egress");
    private static final String LATER = "tighten it in a later release, when nothing that runs needs it";

    private final ClusterFacts facts;
    private final String namespace;
    private final String name;

    NetworkPolicyEffect(Node policy, ClusterFacts facts) {
        this.facts = facts;
        this.namespace = Fields.namespace(policy);
        this.name = Fields.name(policy);
    }

    Impact update(MapNode live, MapNode after) {
        List<Impact> impacts = new ArrayList<>();
        Changed.fields(live, after).stream()
                .filter(field -> !KNOWN.contains(field))
                .map(Said::unknown)
                .forEach(impacts::add);
        if (selected(live).isEmpty() && selected(after).isEmpty() && Workload.areKnown(facts)) {
            impacts.add(Said.none("no pod that runs is selected"));
        } else {
            impacts.add(pods(live, after));
            impacts.add(rules(live, after, "ingress", "from"));
            impacts.add(rules(live, after, "egress", "to"));
        }
        return Said.worst(impacts);
    }

    private Impact pods(MapNode live, MapNode after) {
        Set<String> more = selected(after);
        more.removeAll(selected(live));
        if (!Fields.map(live, "spec", "podSelector").equals(Fields.map(after, "spec", "podSelector"))) {
            return more.isEmpty() && Workload.areKnown(facts)
                    ? Said.none("spec.podSelector selects no more pods that run than before")
                    : Said.perhapsOutage(
                            "spec.podSelector cuts off pods that it left alone so far: " + named(more), LATER);
        }
        Set<String> directions = directions(after);
        directions.removeAll(directions(live));
        return directions.isEmpty()
                ? Said.none("all that was let through is let through")
                : Said.perhapsOutage(
                        String.join(" and ", directions) + " is cut off but for what the policy names", LATER);
    }

    private static String named(Set<String> workloads) {
        return workloads.isEmpty() ? "which ones is not known" : Said.list(List.copyOf(workloads));
    }

    /** Egress counts only where it is named, or where rules for it are. */
    private static Set<String> directions(MapNode policy) {
        Set<String> directions = new TreeSet<>(Fields.texts(policy, "spec", "policyTypes"));
        if (directions.isEmpty()) {
            directions.add("Ingress");
            if (!Fields.list(policy, "spec", "egress").isEmpty()) {
                directions.add("Egress");
            }
        }
        return directions;
    }

    private Impact rules(MapNode live, MapNode after, String direction, String peers) {
        String type = direction.equals("ingress") ? "Ingress" : "Egress";
        if (!directions(after).contains(type) || !directions(live).contains(type)) {
            return Said.none("all that was let through is let through");
        }
        List<String> lost = new ArrayList<>();
        for (Node rule : Fields.list(live, "spec", direction)) {
            for (MapNode one : single(rule, peers)) {
                boolean kept = Fields.list(after, "spec", direction).stream().anyMatch(it -> covers(it, one, peers));
                if (!kept && mayMatter(one, peers)) {
                    lost.add(peer(one, peers) + port(one));
                }
            }
        }
        return lost.isEmpty()
                ? Said.none("all that was let through and runs is let through")
                : Said.outage(
                        (direction.equals("ingress") ? "no longer lets in " : "no longer lets out to ")
                                + Said.list(lost),
                        LATER);
    }

    /** Splits a rule into rules of one peer and one port each. */
    private static List<MapNode> single(Node rule, String peers) {
        List<MapNode> single = new ArrayList<>();
        for (Node peer : orAny(Fields.list(rule, peers))) {
            for (Node port : orAny(Fields.list(rule, "ports"))) {
                MapNode one = new MapNode(null);
                one.putUnlessEmpty("peer", peer, null).putUnlessEmpty("port", port, null);
                single.add(one);
            }
        }
        return single;
    }

    private static List<Node> orAny(List<Node> items) {
        return items.isEmpty() ? List.of(new MapNode(null)) : items;
    }

    private static boolean covers(Node rule, MapNode one, String peers) {
        return covers(Fields.list(rule, peers), Fields.map(one, "peer"))
                && covers(Fields.list(rule, "ports"), tcp(Fields.map(one, "port")));
    }

    private static boolean covers(List<Node> allowed, MapNode one) {
        return allowed.isEmpty()
                || allowed.stream()
                        .anyMatch(it -> it.equals(one) || tcp(Fields.map(it)).equals(one));
    }

    /** The server writes the default protocol out, a definition need not. */
    private static MapNode tcp(MapNode port) {
        boolean silent = Fields.at(port, "port").isPresent()
                && Fields.at(port, "protocol").isEmpty();
        return silent ? port.copy().put("protocol", "TCP") : port;
    }

    /** A peer of the same namespace that nothing running matches loses nothing. */
    private boolean mayMatter(MapNode one, String peers) {
        MapNode peer = Fields.map(one, "peer");
        boolean pods = peer.entries().keySet().equals(Set.of("podSelector"));
        return !pods
                || !Workload.areKnown(facts)
                || Workload.live(facts, namespace).stream()
                        .anyMatch(it -> Selection.matches(
                                Fields.map(peer, "podSelector"), it.pods().labels()));
    }

    private static String peer(MapNode one, String peers) {
        MapNode peer = Fields.map(one, "peer");
        if (peer.isEmpty()) {
            return "everyone";
        }
        return Fields.text(peer, "ipBlock", "cidr")
                .orElseGet(() -> (Fields.at(peer, "namespaceSelector").isPresent() ? "other namespaces' " : "")
                        + "pods "
                        + labels(Fields.words(peer, "podSelector", "matchLabels")));
    }

    private static String labels(Map<String, String> labels) {
        return labels.isEmpty()
                ? "of any label"
                : labels.entrySet().stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private static String port(MapNode one) {
        return Fields.word(one, "port", "port").map(port -> " on port " + port).orElse("");
    }

    private Set<String> selected(MapNode policy) {
        Set<String> names = new TreeSet<>();
        Workload.running(facts, namespace).stream()
                .filter(it -> Selection.matches(
                        Fields.map(policy, "spec", "podSelector"), it.pods().labels()))
                .forEach(it -> names.add(it.called()));
        return names;
    }

    Impact creation(MapNode after) {
        List<Workload> cut = Workload.running(facts, namespace).stream()
                .filter(it -> Selection.matches(
                        Fields.map(after, "spec", "podSelector"), it.pods().labels()))
                .filter(it -> !isCutOff(it, directions(after)))
                .toList();
        if (!cut.isEmpty()) {
            return Said.perhapsOutage(
                    Said.list(cut.stream().map(Workload::called).toList())
                            + " runs without limits so far, and is cut off but for what the policy names",
                    "look at who talks to whom, or let the first version of it let everything through");
        }
        return Workload.areKnown(facts)
                ? Said.none("no running pod is cut off that was not before")
                : Said.perhapsOutage(
                        "whether running pods are cut off is not known",
                        "rights to list the workloads of the namespace");
    }

    private boolean isCutOff(Workload workload, Set<String> directions) {
        Set<String> covered = new TreeSet<>();
        facts.live(KindName.NETWORK_POLICY, namespace).stream()
                .filter(it -> Selection.matches(
                        Fields.map(it, "spec", "podSelector"), workload.pods().labels()))
                .forEach(it -> covered.addAll(directions(it)));
        return covered.containsAll(directions);
    }

    Impact deletion(MapNode live) {
        List<Workload> held = Workload.after(facts, namespace).stream()
                .filter(it -> facts.live(it.key()).isPresent())
                .filter(it -> Selection.matches(
                        Fields.map(live, "spec", "podSelector"), it.pods().labels()))
                .filter(this::isHeldByOthers)
                .toList();
        return held.isEmpty()
                ? Said.none("what it cut off is open from now on")
                : Said.perhapsOutage(
                        "other policies still cut off "
                                + Said.list(held.stream().map(Workload::called).toList())
                                + ", and what this one let through is shut",
                        "let the others through first");
    }

    private boolean isHeldByOthers(Workload workload) {
        return facts.after(KindName.NETWORK_POLICY, namespace).stream()
                .filter(it -> !Fields.name(it).equals(name))
                .anyMatch(it -> Selection.matches(
                        Fields.map(it, "spec", "podSelector"), workload.pods().labels()));
    }
}
