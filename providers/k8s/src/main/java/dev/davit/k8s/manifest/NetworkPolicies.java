package dev.davit.k8s.manifest;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.KeyValueSpec;
import dev.davit.model.PostgresSpec;
import dev.davit.model.ResourceKey;
import dev.davit.model.Spec;
import dev.davit.model.WorkloadSpec;
import java.util.Map;

/**
 * Makes one policy per set of instances: in come those whose references lead here, out go name look-ups and what references lead to.
 * All else is closed. Neither list is ever empty, since Polaris takes an empty one for a forgotten one.
 */
final class NetworkPolicies {
    private static final Origin CLOSED = Origin.target("only declared connections are open");
    private static final Origin DNS = Origin.target("names are looked up in the cluster");
    private static final Origin PUBLIC = Origin.target("the public reaches it through the ingress controller");
    private static final Origin OUTSIDE_ONLY = Origin.target("the node's metadata service is not the outside");

    private final Cluster cluster;
    private final String id;
    private final ListNode ingress = new ListNode(CLOSED);
    private final ListNode egress = new ListNode(CLOSED);

    NetworkPolicies(Cluster cluster, String id) {
        this.cluster = cluster;
        this.id = id;
    }

    /** Lets the instances of all callers of a resource in. */
    NetworkPolicies fromCallers(ResourceKey resource, int port) {
        cluster.connections()
                .callers(resource)
                .forEach((caller, origin) -> from(origin, port, instances(caller.id(), origin)));
        return this;
    }

    /** Lets everybody in, since an ingress controller may call from a node's own address. */
    NetworkPolicies fromPublic(int port) {
        ingress.add(new MapNode(PUBLIC).put("ports", ports(port, PUBLIC)));
        return this;
    }

    NetworkPolicies fromNamespace(String namespace, int port, Origin origin) {
        MapNode peer = new MapNode(origin);
        peer.map("namespaceSelector", origin).map("matchLabels", origin).put("kubernetes.io/metadata.name", namespace);
        from(origin, port, peer);
        return this;
    }

    /** Lets the instances out to all that a resource calls. */
    NetworkPolicies toCallees(ResourceKey resource) {
        cluster.connections().callees(resource).forEach((callee, origin) -> {
            MapNode rule = new MapNode(origin);
            rule.list("to", origin).add(instances(callee.id(), origin));
            egress.add(rule.put("ports", ports(port(cluster, callee), origin)));
        });
        return this;
    }

    /** Lets the instances out to the internet on some ports. */
    NetworkPolicies toOutside(Map<Integer, Origin> ports) {
        ports.forEach((port, origin) -> {
            MapNode rule = new MapNode(origin);
            ListNode to = rule.list("to", origin);
            MapNode four = new MapNode(origin);
            four.map("ipBlock", origin)
                    .put("cidr", "0.0.0.0/0")
                    .list("except", OUTSIDE_ONLY)
                    .add("169.254.0.0/16");
            MapNode six = new MapNode(origin);
            six.map("ipBlock", origin)
                    .put("cidr", "::/0")
                    .list("except", OUTSIDE_ONLY)
                    .add("fe80::/10");
            to.add(four).add(six);
            egress.add(rule.put("ports", ports(port, origin)));
        });
        return this;
    }

    MapNode tree() {
        MapNode policy = cluster.object("networking.k8s.io/v1", "NetworkPolicy", id, id, CLOSED);
        MapNode spec = policy.map("spec", CLOSED);
        spec.put("podSelector", cluster.selector(id));
        spec.list("policyTypes", CLOSED).add("Ingress").add("Egress");
        if (ingress.size() == 0) {
            MapNode rule = new MapNode(CLOSED);
            rule.list("from", CLOSED).add(instances(id, CLOSED));
            ingress.add(rule);
        }
        spec.put("ingress", ingress);
        egress.insert(0, dns());
        return policy.put("spec", spec.put("egress", egress));
    }

    private void from(Origin origin, int port, MapNode peer) {
        MapNode rule = new MapNode(origin);
        rule.list("from", origin).add(peer);
        ingress.add(rule.put("ports", ports(port, origin)));
    }

    private MapNode instances(String of, Origin origin) {
        return new MapNode(origin).put("podSelector", cluster.selector(of));
    }

    /** Name servers run in kube-system; a cache on the node listens at a link-local address. */
    private static MapNode dns() {
        MapNode rule = new MapNode(DNS);
        MapNode system = new MapNode(DNS);
        system.map("namespaceSelector", DNS).map("matchLabels", DNS).put("kubernetes.io/metadata.name", "kube-system");
        MapNode node = new MapNode(DNS);
        node.map("ipBlock", DNS).put("cidr", "169.254.20.10/32");
        rule.list("to", DNS).add(system).add(node);
        rule.list("ports", DNS)
                .add(new MapNode(DNS).put("protocol", "UDP").put("port", 53))
                .add(new MapNode(DNS).put("protocol", "TCP").put("port", 53));
        return rule;
    }

    private static ListNode ports(int port, Origin origin) {
        return new ListNode(origin)
                .add(new MapNode(origin).put("protocol", "TCP").put("port", port));
    }

    static int port(Cluster cluster, ResourceKey key) {
        Spec spec = cluster.assembly().spec(key).orElseThrow();
        if (spec instanceof KeyValueSpec) {
            return Addresses.VALKEY_PORT;
        }
        return spec instanceof PostgresSpec ? Addresses.POSTGRES_PORT : ((WorkloadSpec) spec).port();
    }
}
