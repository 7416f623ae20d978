package dev.davit.k8s.manifest;

import dev.davit.document.MapNode;
import dev.davit.document.Origin;

/** Makes the namespace; it refuses pods that ask for more than the restricted profile gives. */
final class Namespace {
    /** The version whose rules the manifests were checked against; a newer cluster keeps to them. */
    private static final String RULES = "v1.34";

    private Namespace() {}

    static MapNode of(Cluster cluster) {
        Origin origin = cluster.namespaceOrigin();
        MapNode namespace = new MapNode(origin).put("apiVersion", "v1").put("kind", "Namespace");
        MapNode labels = cluster.labels(cluster.namespace());
        for (String mode : new String[] {"enforce", "audit", "warn"}) {
            labels.put("pod-security.kubernetes.io/" + mode, "restricted", Pod.RESTRICTED)
                    .put("pod-security.kubernetes.io/" + mode + "-version", RULES, Pod.RESTRICTED);
        }
        namespace.map("metadata", origin).put("name", cluster.namespace()).put("labels", labels);
        return namespace;
    }
}
