package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.plan.Impact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Judges a Service that changes: who still reaches whom, as pods run now. */
final class ServiceEffect {
    /** How far each type can be reached; ExternalName is another thing altogether. */
    private static final List<String> REACH = List.of("ClusterIP", "NodePort", "LoadBalancer");

    private static final Set<String> SET_BY_SERVER =
            Set.of("spec.clusterIPs", "spec.ipFamilies", "spec.ipFamilyPolicy", "spec.healthCheckNodePort");
    private static final Set<String> HARMLESS = Set.of(
            "spec.sessionAffinity",
            "spec.sessionAffinityConfig",
            "spec.allocateLoadBalancerNodePorts",
            "spec.trafficDistribution");

    private final MapNode live;
    private final MapNode after;
    private final ClusterFacts facts;
    private final List<Workload> running;

    ServiceEffect(MapNode live, MapNode after, ClusterFacts facts) {
        this.live = live;
        this.after = after;
        this.facts = facts;
        this.running = Workload.running(facts, Fields.namespace(live));
    }

    Impact impact() {
        return Said.worst(Changed.fields(live, after).stream().map(this::of).toList());
    }

    private Impact of(String field) {
        switch (field) {
            case "spec.selector":
                return selector();
            case "spec.ports":
                return ports();
            case "spec.type":
                return type();
            case "spec.clusterIP":
                return Said.perhapsOutage(
                        "spec.clusterIP cannot change in place: the old address is gone before the new one is known",
                        "a second Service of another name");
            case "spec.loadBalancerSourceRanges":
                return Said.perhapsOutage(
                        "spec.loadBalancerSourceRanges changes who is let in",
                        "add ranges first, take old ones out later");
            case "spec.externalTrafficPolicy":
            case "spec.internalTrafficPolicy":
                return local(field);
            case "spec.externalIPs":
            case "spec.externalName":
            case "spec.loadBalancerIP":
            case "spec.loadBalancerClass":
                return Said.perhapsOutage(
                        field + " moves traffic to another address", "a second Service, and clients moved to it");
            default:
                return HARMLESS.contains(field) || SET_BY_SERVER.contains(field)
                        ? Said.none(field + " counts for new connections")
                        : Said.unknown(field);
        }
    }

    private Impact local(String field) {
        return Fields.text(after, "spec", field.substring("spec.".length()))
                        .filter("Local"::equals)
                        .isPresent()
                ? Said.perhapsOutage(
                        field + " Local drops what arrives at a node without a ready pod", field + ": Cluster")
                : Said.none(field + " reaches more pods than before");
    }

    private Impact type() {
        String from = Fields.text(live, "spec", "type").orElse("ClusterIP");
        String to = Fields.text(after, "spec", "type").orElse("ClusterIP");
        boolean wider = REACH.contains(from) && REACH.indexOf(to) >= REACH.indexOf(from);
        return wider
                ? Said.none("type " + to + " adds to what " + from + " offers")
                : Said.outage(
                        "type " + to + " takes the address away that " + from + " gave to clients",
                        "a second Service of type " + to + ", and clients moved to it");
    }

    private Impact selector() {
        Set<String> before = selected(live);
        Set<String> next = selected(after);
        boolean none = Fields.words(after, "spec", "selector").isEmpty();
        if (none) {
            return Said.perhapsOutage(
                    "spec.selector goes: nothing keeps its endpoints up to date", "keep the selector");
        }
        if (next.isEmpty()) {
            String reason = "the new selector selects no pod that runs now";
            String avoid = "a first release that adds the labels to the pods, then the selector";
            return Workload.areKnown(facts) || !before.isEmpty()
                    ? Said.outage(reason, avoid)
                    : Said.perhapsOutage("whether the new selector selects a pod that runs now is not known", avoid);
        }
        if (before.equals(next)) {
            return Said.none("the new selector selects the same pods: " + String.join(", ", next));
        }
        return Said.perhapsRolling("new connections go to " + Said.list(List.copyOf(next)) + " instead of "
                + (before.isEmpty() ? "nothing" : Said.list(List.copyOf(before))));
    }

    private Set<String> selected(MapNode service) {
        Set<String> names = new TreeSet<>();
        running.stream()
                .filter(one -> Selection.byService(service, one.pods().labels()))
                .forEach(one -> names.add(one.called()));
        return names;
    }

    private Impact ports() {
        Map<String, Node> before = byNumber(live);
        Map<String, Node> next = byNumber(after);
        List<Impact> impacts = new ArrayList<>();
        before.forEach((number, port) -> impacts.add(
                next.containsKey(number)
                        ? port(number, port, next.get(number))
                        : Said.outage(
                                "port " + number + " goes: its clients are refused",
                                "keep it beside the new one until no client uses it")));
        next.keySet().stream()
                .filter(number -> !before.containsKey(number))
                .forEach(number -> impacts.add(Said.none("port " + number + " is added")));
        return Said.worst(impacts);
    }

    /** Keys ports as the server does: by number and protocol. */
    private static Map<String, Node> byNumber(MapNode service) {
        Map<String, Node> ports = new LinkedHashMap<>();
        Fields.list(service, "spec", "ports").forEach(port -> {
            String protocol = Fields.text(port, "protocol").orElse("TCP");
            String number = Fields.word(port, "port").orElse("?");
            ports.put(protocol.equals("TCP") ? number : number + "/" + protocol, port);
        });
        return ports;
    }

    private Impact port(String number, Node before, Node next) {
        List<Impact> impacts = new ArrayList<>();
        if (!target(before).equals(target(next))) {
            impacts.add(target(number, target(next)));
        }
        Optional<String> nodePort = Fields.word(before, "nodePort");
        if (nodePort.isPresent() && !nodePort.equals(Fields.word(next, "nodePort"))) {
            impacts.add(Said.outage(
                    "node port " + nodePort.get() + " goes: its clients are refused", "keep the node port"));
        }
        Optional<String> name = Fields.text(before, "name");
        if (name.isPresent() && !name.equals(Fields.text(next, "name"))) {
            impacts.add(renamed(name.get()));
        }
        if (!Fields.text(before, "appProtocol").equals(Fields.text(next, "appProtocol"))) {
            impacts.add(Said.unknown("appProtocol of port " + number));
        }
        return Said.worst(impacts);
    }

    private static String target(Node port) {
        return Fields.word(port, "targetPort")
                .or(() -> Fields.word(port, "port"))
                .orElse("");
    }

    private Impact target(String number, String target) {
        List<Workload> reached = running.stream()
                .filter(one -> Selection.byService(after, one.pods().labels()))
                .toList();
        boolean open = !reached.isEmpty()
                && reached.stream().allMatch(one -> one.pods().declares(target));
        return open
                ? Said.none("port " + number + " goes to " + target + ", which running pods declare")
                : Said.perhapsOutage(
                        "port " + number + " goes to " + target + ", which running pods do not declare",
                        "name the port in the pods, and let targetPort be the name");
    }

    private Impact renamed(String name) {
        List<String> users = facts.live(KindName.INGRESS, Fields.namespace(live)).stream()
                .filter(it -> Backends.of(it).contains(Fields.name(live) + ":" + name))
                .map(it -> "Ingress " + Fields.name(it))
                .toList();
        return users.isEmpty()
                ? Said.perhapsRolling("port name " + name + " goes; who looks it up by name is not known")
                : Said.outage(
                        Said.list(users) + " sends traffic to port " + name + " by its name, until it changes, too",
                        "keep the name, or let the Ingress use the number first");
    }
}
