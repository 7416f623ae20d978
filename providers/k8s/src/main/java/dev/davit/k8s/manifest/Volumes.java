package dev.davit.k8s.manifest;

import dev.davit.Size;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import java.util.Optional;

/** Makes the volumes of a pod. */
final class Volumes {
    private static final Origin SCRATCH =
            Origin.target("the root file system is read-only, so scratch files need a place");

    private Volumes() {}

    /** Makes a place for files that end with the pod. */
    static MapNode empty(String name, Optional<Size> limit, Origin origin) {
        MapNode volume = new MapNode(origin).put("name", name);
        volume.map("emptyDir", origin).put("sizeLimit", limit.map(Size::quantity), origin);
        return volume;
    }

    static MapNode tmp(Size limit) {
        return empty(Pod.TMP, Optional.of(limit), SCRATCH);
    }

    static Origin scratch() {
        return SCRATCH;
    }

    /** Makes a place in memory; it counts as memory of the container that writes. */
    static MapNode memory(String name, Size limit, Origin origin) {
        MapNode volume = new MapNode(origin).put("name", name);
        volume.map("emptyDir", origin).put("medium", "Memory").put("sizeLimit", limit.quantity());
        return volume;
    }

    static MapNode configMap(String name, String configMap, Origin origin) {
        MapNode volume = new MapNode(origin).put("name", name);
        volume.map("configMap", origin).put("name", configMap);
        return volume;
    }

    /** Makes files of some keys of a Secret, readable for the pod's user alone. */
    static MapNode secret(String name, String secret, Origin origin, String... keys) {
        MapNode volume = new MapNode(origin).put("name", name);
        MapNode source = volume.map("secret", origin).put("secretName", secret).put("defaultMode", 0440);
        ListNode items = source.list("items", origin);
        for (String key : keys) {
            items.add(new MapNode(origin).put("key", key).put("path", key));
        }
        return volume;
    }

    /** Makes the claim of a stateful set's one instance. */
    static MapNode claim(Cluster cluster, String name, String id, Size size, Origin origin) {
        MapNode claim = new MapNode(origin);
        claim.map("metadata", origin).put("name", name).put("labels", cluster.labels(id));
        MapNode spec = claim.map("spec", origin);
        spec.list("accessModes", Origin.target("a disk has one owner")).add("ReadWriteOnce");
        cluster.settings().storageClass().ifPresent(it -> spec.put("storageClassName", Settings.text(it), it.origin()));
        spec.map("resources", origin).map("requests", origin).put("storage", size.quantity());
        return claim;
    }
}
