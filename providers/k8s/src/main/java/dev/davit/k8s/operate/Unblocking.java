package dev.davit.k8s.operate;

import dev.davit.apply.ApplyException;
import dev.davit.apply.Fence;
import dev.davit.apply.Readiness;
import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Reply;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Takes away the pods of a bad release that a StatefulSet waits for: it makes pods one by one, and does not touch the next before
 * the broken one is ready, whatever its template says meanwhile.
 *
 * <p>Only pods of a revision that is no longer wanted, that are not ready, and that either belong to a release which never got
 * through or can never start. Source: https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#forced-rollback
 */
final class Unblocking {
    private static final String HASH = "controller-revision-hash";

    private final ApiServer api;
    private final Surroundings surroundings;

    Unblocking(ApiServer api, Surroundings surroundings) {
        this.api = api;
        this.surroundings = surroundings;
    }

    /** Takes the pod with the highest number, if one is in the way, and says so. */
    Optional<Readiness> unblock(Live set, Fence fence) {
        boolean isByHand = set.text("spec", "updateStrategy", "type")
                .filter("OnDelete"::equals)
                .isPresent();
        if (isByHand || set.status("observedGeneration") != set.generation()) {
            return Optional.empty();
        }
        Around around = surroundings.of(set);
        return around.pods().stream()
                .filter(pod -> pod.isControlledBy(set.uid()) && isInTheWay(pod, set, around))
                .max(Comparator.comparing(Unblocking::ordinal))
                .map(pod -> delete(pod, fence));
    }

    private static boolean isInTheWay(Live pod, Live set, Around around) {
        long keep = set.number("spec", "updateStrategy", "rollingUpdate", "partition")
                .orElse(0L);
        Optional<String> revision = pod.label(HASH);
        return !pod.isDeleted()
                && !pod.isTrue("Ready")
                && ordinal(pod) >= keep
                && !revision.equals(set.text("status", "updateRevision"))
                && (!revision.equals(set.text("status", "currentRevision"))
                        || DoomedPods.in(List.of(pod), around).isPresent());
    }

    private static long ordinal(Live pod) {
        String number = pod.name().substring(pod.name().lastIndexOf('-') + 1);
        return number.matches("[0-9]{1,9}") ? Long.parseLong(number) : 0;
    }

    /** With its version, since it may have got ready meanwhile. */
    private Readiness delete(Live pod, Fence fence) {
        MapNode options = new MapNode(null).put("apiVersion", "v1").put("kind", "DeleteOptions");
        options.map("preconditions", null).put("uid", pod.uid()).put("resourceVersion", pod.version());
        String name = "pod " + pod.name() + " of a release before, which never got ready";
        try {
            Reply reply = api.checking(fence::check)
                    .delete("/api/v1/namespaces/" + pod.namespace() + "/pods/" + pod.name(), options);
            return reply.ok() ? Readiness.waiting("took away " + name) : Readiness.waiting("waits for " + name);
        } catch (ApplyException e) {
            if (e.reason() != ApplyException.Reason.NO_PERMISSION) {
                throw e;
            }
            return Readiness.waiting("waits for " + name + ": delete it, for Davit may not");
        }
    }
}
