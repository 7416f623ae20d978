package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.document.Node;

/** Give an object a name that no object has, to ask the server whether the object by itself is good. */
public final class FreeName {
    private FreeName() {}

    /**
     * Rename a wanted object for a dry run. What only one object of a cluster can have (a Service's addresses and node
     * ports) and what names a live object (uid, resourceVersion) is left out.
     */
    public static MapNode of(MapNode wanted) {
        MapNode free = wanted.copy();
        MapNode metadata = Fields.map(free, "metadata");
        metadata.remove("uid");
        metadata.remove("resourceVersion");
        metadata.put("name", ShortHash.behind(Fields.name(wanted), "davit-proof-" + ShortHash.of(wanted)));
        if (KindName.of(wanted).equals(KindName.SERVICE)) {
            dropAddresses(Fields.map(free, "spec"));
        }
        return free;
    }

    private static void dropAddresses(MapNode spec) {
        if (!Fields.text(spec, "clusterIP").filter("None"::equals).isPresent()) {
            spec.remove("clusterIP");
            spec.remove("clusterIPs");
        }
        spec.remove("healthCheckNodePort");
        for (Node port : Fields.list(spec, "ports")) {
            ((MapNode) port).remove("nodePort");
        }
    }
}
