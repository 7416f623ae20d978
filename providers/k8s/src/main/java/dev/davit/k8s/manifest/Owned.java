package dev.davit.k8s.manifest;

import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.Spec;

/** Makes the small objects that each workload has. */
final class Owned {
    private static final Origin NO_TOKEN = Origin.target("programs do not call the API server");
    private static final Origin DRAINED = Origin.target("a drained node takes one instance at a time");
    private static final Origin INSIDE = Origin.target("the name under which others in the cluster call it");

    private Owned() {}

    static MapNode serviceAccount(Cluster cluster, String id) {
        return cluster.object("v1", "ServiceAccount", id, id, NO_TOKEN).put("automountServiceAccountToken", false);
    }

    /** Lets a node be drained, broken instances too, as long as one instance at a time goes away. */
    static MapNode disruptionBudget(Cluster cluster, Spec spec) {
        MapNode budget = cluster.object("policy/v1", "PodDisruptionBudget", spec, DRAINED);
        budget.map("spec", DRAINED)
                .put("maxUnavailable", 1)
                .put("unhealthyPodEvictionPolicy", "AlwaysAllow")
                .put("selector", cluster.selector(spec.id()));
        return budget;
    }

    static MapNode service(Cluster cluster, Spec spec, MapNode... ports) {
        MapNode service = cluster.object("v1", "Service", spec, INSIDE);
        MapNode body = service.map("spec", INSIDE).put("type", "ClusterIP");
        body.put("selector", cluster.matchLabels(spec.id()));
        body.put("ports", java.util.List.of(ports), INSIDE);
        return service;
    }

    /** Makes the service that a stateful set names its instance by. */
    static MapNode headlessService(Cluster cluster, String name, String id, MapNode... ports) {
        Origin origin = Origin.target("a stateful set names its instances by a service without an address");
        MapNode service = cluster.object("v1", "Service", name, id, origin);
        MapNode body = service.map("spec", origin).put("clusterIP", "None");
        body.put("selector", cluster.matchLabels(id));
        body.putUnlessEmpty("ports", java.util.List.of(ports), origin);
        return service;
    }

    static MapNode port(String name, int number, Origin origin) {
        return new MapNode(origin).put("name", name).put("port", number).put("targetPort", name);
    }
}
