package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import java.util.List;

/** Take out of a live or predicted object what the server and its controllers keep for themselves. */
public final class Noise {
    static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private static final List<String> METADATA =
            List.of("managedFields", "resourceVersion", "uid", "generation", "creationTimestamp", "selfLink");
    private static final List<String> ANNOTATIONS =
            List.of(LAST_APPLIED, "deployment.kubernetes.io/revision", "deprecated.daemonset.template.generation");

    private Noise() {}

    /** Give the object without it; what is below is shared with the object given. */
    public static MapNode without(MapNode object) {
        MapNode copy = Objects.shallow(object);
        copy.remove("status");
        object.getMap("metadata").ifPresent(metadata -> copy.put("metadata", metadata(metadata)));
        return copy;
    }

    private static MapNode metadata(MapNode metadata) {
        MapNode copy = Objects.shallow(metadata);
        METADATA.forEach(copy::remove);
        metadata.getMap("annotations").ifPresent(annotations -> {
            MapNode rest = Objects.shallow(annotations);
            ANNOTATIONS.forEach(rest::remove);
            if (rest.isEmpty()) {
                copy.remove("annotations");
            } else {
                copy.put("annotations", rest);
            }
        });
        return copy;
    }
}
