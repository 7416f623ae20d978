package dev.davit.k8s.manifest;

import dev.davit.document.MapNode;
import dev.davit.document.Origin;

/** Spreads instances over zones and nodes, softly: a cluster with one of each still runs them all. */
final class Spread {
    private static final Origin ZONES = Origin.target("instances spread over zones");
    private static final Origin NODES = Origin.target("instances spread over nodes");

    private Spread() {}

    static void over(Cluster cluster, String id, MapNode scheduling) {
        scheduling
                .list("topologySpreadConstraints", ZONES)
                .add(new MapNode(ZONES)
                        .put("maxSkew", 1)
                        .put("topologyKey", "topology.kubernetes.io/zone")
                        .put("whenUnsatisfiable", "ScheduleAnyway")
                        .put("labelSelector", cluster.selector(id)));
        MapNode term = new MapNode(NODES).put("weight", 100);
        term.map("podAffinityTerm", NODES)
                .put("topologyKey", "kubernetes.io/hostname")
                .put("labelSelector", cluster.selector(id));
        affinity(scheduling)
                .map("podAntiAffinity", NODES)
                .list("preferredDuringSchedulingIgnoredDuringExecution", NODES)
                .add(term);
    }

    static MapNode affinity(MapNode scheduling) {
        return scheduling.getMap("affinity").orElseGet(() -> scheduling.map("affinity", NODES));
    }
}
