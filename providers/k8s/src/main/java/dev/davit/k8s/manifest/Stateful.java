package dev.davit.k8s.manifest;

import dev.davit.Size;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.Spec;

/** Makes a stateful set of one: at most one instance exists at a time, so its disk never has two owners. */
final class Stateful {
    private static final Origin ONE = Origin.target("a disk has one owner, so there is one instance");
    private static final Origin KEPT = Origin.target("disks outlive what used them");

    private final Cluster cluster;
    private final Spec spec;
    private final Pod pod;
    private final ListNode claims = new ListNode(ONE);

    Stateful(Cluster cluster, Spec spec, Pod pod) {
        this.cluster = cluster;
        this.spec = spec;
        this.pod = pod;
    }

    Stateful claim(String name, Size size, Origin origin) {
        claims.add(Volumes.claim(cluster, name, spec.id(), size, origin));
        return this;
    }

    MapNode tree(String serviceName) {
        Origin origin = spec.declaration().created();
        MapNode set = cluster.object("apps/v1", "StatefulSet", spec, origin);
        MapNode body = set.map("spec", origin);
        body.put("replicas", 1, ONE)
                .put("serviceName", serviceName)
                .put("revisionHistoryLimit", 5, Origin.target("the last five versions can be gone back to"))
                .put("selector", cluster.selector(spec.id()));
        body.map("updateStrategy", ONE).put("type", "RollingUpdate");
        body.map("persistentVolumeClaimRetentionPolicy", KEPT)
                .put("whenDeleted", "Retain")
                .put("whenScaled", "Retain");
        body.put("template", pod.template());
        body.putUnlessEmpty("volumeClaimTemplates", claims, ONE);
        return set;
    }
}
