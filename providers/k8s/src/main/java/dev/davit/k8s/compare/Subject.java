package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.Kind;
import dev.davit.model.DesiredObject;
import dev.davit.plan.ObjectKey;
import java.util.Optional;

/**
 * Hold one wanted object.
 *
 * @param source where it comes from
 * @param tree what it is to say, normalised
 * @param kind its kind as the server has it; empty where the server has no such kind
 * @param autoscaled what sets its replicas, where something does
 */
record Subject(DesiredObject source, MapNode tree, Optional<Kind> kind, Optional<ObjectKey> autoscaled) {
    ObjectKey key() {
        return Objects.key(tree);
    }

    String path() {
        return kind.orElseThrow().path(Objects.namespace(tree), Objects.name(tree));
    }
}
