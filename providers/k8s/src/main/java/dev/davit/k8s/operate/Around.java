package dev.davit.k8s.operate;

import java.util.List;
import java.util.Set;

/**
 * Holds what lies around an object and decides with it whether it is ready.
 *
 * @param pods the object's pods, of all revisions; of a Service those that it selects
 * @param replicaSets a Deployment's
 * @param endpoints how many ready addresses a Service has
 * @param bindsLate whether a claim's volume is only made for the first pod
 * @param unschedulable the pods for which no node was found for too long, by uid
 */
record Around(List<Live> pods, List<Live> replicaSets, int endpoints, boolean bindsLate, Set<String> unschedulable) {
    Around {
        pods = List.copyOf(pods);
        replicaSets = List.copyOf(replicaSets);
        unschedulable = Set.copyOf(unschedulable);
    }

    static Around nothing() {
        return new Around(List.of(), List.of(), 0, false, Set.of());
    }
}
