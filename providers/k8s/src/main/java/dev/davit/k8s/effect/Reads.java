package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names the kinds that are worth reading for a transition; pods and nodes, which are many, only for who needs room. */
final class Reads {
    private static final List<String> RUNNING =
            List.of(KindName.DEPLOYMENT, KindName.STATEFUL_SET, KindName.DAEMON_SET);
    private static final Set<String> BY_WHAT_RUNS = Set.of(
            KindName.SERVICE, KindName.NETWORK_POLICY, KindName.CONFIG_MAP, KindName.SECRET, KindName.SERVICE_ACCOUNT);

    private Reads() {}

    static Set<String> of(Transition transition) {
        Set<String> kinds = new LinkedHashSet<>();
        Optional<MapNode> live = transition.live();
        Optional<MapNode> after = transition.predicted();
        if (live.isPresent()
                && after.isPresent()
                && Changed.fields(live.get(), after.get()).isEmpty()) {
            return kinds;
        }
        String kind = transition.key().kind();
        boolean quiet = transition.isCreation() && !kind.equals(KindName.NETWORK_POLICY);
        if (BY_WHAT_RUNS.contains(kind) && !quiet) {
            kinds.addAll(RUNNING);
        }
        switch (kind) {
            case KindName.NETWORK_POLICY:
                kinds.add(KindName.NETWORK_POLICY);
                break;
            case KindName.SERVICE:
            case KindName.INGRESS:
                kinds.add(KindName.INGRESS);
                break;
            case KindName.CLAIM:
                kinds.addAll(List.of(KindName.VOLUME, KindName.STORAGE_CLASS));
                break;
            default:
                if (KindName.WORKLOADS.contains(kind) && live.isPresent()) {
                    workload(live.get(), after, kinds);
                }
        }
        return kinds;
    }

    private static void workload(MapNode live, Optional<MapNode> after, Set<String> kinds) {
        kinds.add(KindName.SERVICE);
        if (after.isEmpty()) {
            kinds.addAll(RUNNING);
        }
        PodTemplate next = PodTemplate.of(after.orElse(live));
        if (after.isPresent()) {
            kinds.add(KindName.QUOTA);
        }
        if (after.isPresent()
                && (Room.device(next).isPresent() || next.isOnePerNode() || wantsRoom(live, after.get(), next))) {
            kinds.addAll(List.of(KindName.NODE, KindName.POD));
        }
        if (!next.claims().isEmpty()) {
            kinds.add(KindName.CLAIM);
        }
        if (StatefulClaims.has(live)) {
            kinds.addAll(List.of(KindName.CLAIM, KindName.VOLUME, KindName.STORAGE_CLASS));
        }
        boolean moves = after.filter(it -> Changed.fields(live, it).contains("spec.selector"))
                .isPresent();
        if (moves) {
            kinds.add(KindName.of(live));
        }
        boolean resized = after.filter(it -> Workload.replicas(it) != Workload.replicas(live))
                .isPresent();
        if (resized) {
            kinds.addAll(List.of(KindName.AUTOSCALER, KindName.SCALED_OBJECT));
        }
    }

    /** A rollout of a Deployment needs room for one more pod, and so does a larger number of them. */
    private static boolean wantsRoom(MapNode live, MapNode after, PodTemplate next) {
        boolean more = Workload.replicas(after) > Workload.replicas(live)
                || KindName.of(after).equals(KindName.DEPLOYMENT)
                        && Changed.fields(live, after).contains("spec.template");
        return more && !next.requests().isEmpty();
    }
}
