package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.plan.Impact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Judges an Ingress: which addresses are served before and after. */
final class IngressEffect {
    private static final String KEEP = "keep it until nobody asks for it any more";

    private final String namespace;
    private final String name;
    private final ClusterFacts facts;

    IngressEffect(Node ingress, ClusterFacts facts) {
        this.namespace = Fields.namespace(ingress);
        this.name = Fields.name(ingress);
        this.facts = facts;
    }

    Impact update(MapNode live, MapNode after) {
        List<Impact> impacts = new ArrayList<>();
        for (String field : Changed.fields(live, after)) {
            impacts.add(of(field, live, after));
        }
        return Said.worst(impacts);
    }

    private Impact of(String field, MapNode live, MapNode after) {
        switch (field) {
            case "spec.rules":
            case "spec.defaultBackend":
                return addresses(live, after);
            case "spec.tls":
                return certificates(live, after);
            case "spec.ingressClassName":
                return Said.perhapsOutage(
                        "spec.ingressClassName moves it to another controller, at another address",
                        "a second Ingress of the new class, and DNS moved to it");
            default:
                return Said.unknown(field);
        }
    }

    private Impact addresses(MapNode live, MapNode after) {
        Map<String, String> before = Backends.byAddress(live);
        Map<String, String> next = Backends.byAddress(after);
        List<Impact> impacts = new ArrayList<>();
        before.forEach((address, backend) -> {
            if (!next.containsKey(address)) {
                impacts.add(gone(address));
            } else if (!next.get(address).equals(backend)) {
                impacts.add(moved(address, backend, next.get(address)));
            }
        });
        next.keySet().stream()
                .filter(it -> !before.containsKey(it))
                .forEach(it -> impacts.add(added(it, before.keySet())));
        if (impacts.isEmpty()) {
            impacts.add(Said.unknown("spec.rules"));
        }
        return Said.worst(impacts);
    }

    private Impact moved(String address, String from, String to) {
        boolean sameService = service(from).equals(service(to));
        return sameService
                ? Said.perhapsRolling(address + " goes to port " + to + " instead of " + from)
                : facts.live(KindName.SERVICE, namespace).stream()
                                .anyMatch(it -> Fields.name(it).equals(service(to)))
                        ? Said.perhapsRolling("new requests for " + address + " go to " + to + " instead of " + from)
                        : Said.perhapsOutage(
                                address + " goes to " + to + ", which is not there yet",
                                "a first release that makes it ready");
    }

    private static String service(String backend) {
        return backend.substring(0, backend.indexOf(':'));
    }

    private Impact added(String address, Set<String> before) {
        String host = address.contains("/") ? address.substring(0, address.indexOf('/')) : address;
        return before.stream().anyMatch(it -> it.startsWith(host + "/"))
                ? Said.perhapsRolling(address + " is added, and takes what another path of its host served so far")
                : Said.none(address + " is added");
    }

    private Impact gone(String address) {
        return others(true).containsKey(address)
                ? Said.perhapsRolling(
                        address + " goes from here to Ingress " + others(true).get(address))
                : Said.outage(address + " is no longer served", KEEP);
    }

    private Impact certificates(MapNode live, MapNode after) {
        Set<String> missing = hosts(live);
        missing.removeAll(hosts(after));
        return missing.isEmpty()
                ? Said.perhapsRolling("spec.tls changes: new connections get another certificate")
                : Said.perhapsOutage(
                        "spec.tls no longer has a certificate for " + Said.list(List.copyOf(missing)),
                        "keep its certificate");
    }

    private static Set<String> hosts(MapNode ingress) {
        Set<String> hosts = new TreeSet<>();
        Fields.list(ingress, "spec", "tls").forEach(it -> hosts.addAll(Fields.texts(it, "hosts")));
        return hosts;
    }

    /** Gives the addresses that others serve, with the name of who does: live ones, or those that there will be. */
    private Map<String, String> others(boolean later) {
        Map<String, String> others = new LinkedHashMap<>();
        (later ? facts.after(KindName.INGRESS, namespace) : facts.live(KindName.INGRESS, namespace))
                .stream()
                        .filter(it -> !Fields.name(it).equals(name))
                        .forEach(it -> Backends.byAddress(it)
                                .keySet()
                                .forEach(address -> others.put(address, Fields.name(it))));
        return others;
    }

    Impact creation(MapNode after) {
        return Said.worst(Backends.byAddress(after).keySet().stream()
                .map(address -> others(false).containsKey(address)
                        ? Said.perhapsRolling(address + " is served by Ingress "
                                + others(false).get(address) + " so far: which of both wins"
                                + " is up to the controller")
                        : Said.none(address + " is added"))
                .toList());
    }

    Impact deletion(MapNode live) {
        List<Impact> gone =
                Backends.byAddress(live).keySet().stream().map(this::gone).toList();
        return gone.isEmpty() ? Said.none("it serves no address") : Said.worst(gone);
    }
}
