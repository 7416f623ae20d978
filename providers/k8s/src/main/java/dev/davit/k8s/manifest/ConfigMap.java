package dev.davit.k8s.manifest;

import dev.davit.document.MapNode;
import dev.davit.document.Origin;

/**
 * Holds a ConfigMap that is named by its content and cannot change: what reads it under a new name starts anew, and what still
 * reads the old one keeps what it started with.
 *
 * @param name the object's name
 * @param tree the object
 */
record ConfigMap(String name, MapNode tree) {
    private static final Origin FROZEN = Origin.target("a change is a new object under a new name");

    static ConfigMap of(Cluster cluster, String stem, String id, MapNode data, Origin origin) {
        String name = stem + "-" + ContentHash.of(data);
        MapNode tree = cluster.object("v1", "ConfigMap", name, id, origin).put("immutable", true, FROZEN);
        return new ConfigMap(name, tree.put("data", data));
    }
}
