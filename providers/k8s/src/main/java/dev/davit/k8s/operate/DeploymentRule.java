package dev.davit.k8s.operate;

import java.util.List;
import java.util.Optional;

/** Judges a Deployment: all pods run the new revision, none of the old is left, and they have been ready long enough. */
final class DeploymentRule {
    private static final String REVISION = "deployment.kubernetes.io/revision";
    private static final String HASH = "pod-template-hash";

    private DeploymentRule() {}

    static Verdict judge(Live live, Around around) {
        if (ReadyRules.isUnseen(live)) {
            return ReadyRules.unseen();
        }
        return ReadyRules.unlessDoomed(newPods(live, around), around, rollout(live));
    }

    private static Verdict rollout(Live live) {
        Optional<Condition> progressing = live.condition("Progressing");
        if (progressing
                .filter(it -> it.reason().equals("ProgressDeadlineExceeded"))
                .isPresent()) {
            return Verdict.failed(progressing.get().why());
        }
        Optional<Condition> refused = live.condition("ReplicaFailure").filter(Condition::isTrue);
        if (refused.filter(it -> it.message().contains("violates PodSecurity")).isPresent()) {
            return Verdict.failed(refused.get().why());
        }
        return pods(live, refused);
    }

    private static Verdict pods(Live live, Optional<Condition> refused) {
        long wanted = live.number("spec", "replicas").orElse(1L);
        long updated = live.status("updatedReplicas");
        long old = live.status("replicas") - updated;
        String ready = Math.min(live.status("readyReplicas"), updated) + " of " + wanted + " pods ready";
        if (live.flag("spec", "paused") && updated < wanted) {
            return Verdict.waiting(ready + "; the rollout is paused");
        }
        if (updated < wanted) {
            return Verdict.waiting(updated + " of " + wanted + " pods updated"
                    + refused.map(it -> "; " + it.why()).orElse(""));
        }
        if (old > 0) {
            return Verdict.waiting(ready + ", " + old + " old to go");
        }
        return available(live, wanted, ready);
    }

    private static Verdict available(Live live, long wanted, String ready) {
        if (live.status("replicas") > wanted) {
            return Verdict.waiting(ready + ", " + (live.status("replicas") - wanted) + " too many");
        }
        if (live.status("readyReplicas") < wanted) {
            return Verdict.waiting(ready);
        }
        if (live.status("availableReplicas") < wanted) {
            return Verdict.waiting(ready + ", " + live.status("availableReplicas") + " long enough");
        }
        return settled(live) ? Verdict.ready(ready) : Verdict.waiting(ready + "; the rollout is not finished");
    }

    private static boolean settled(Live live) {
        Optional<Condition> progressing = live.condition("Progressing");
        boolean complete = progressing.isEmpty()
                || live.flag("spec", "paused")
                || progressing.get().reason().equals("NewReplicaSetAvailable");
        return complete && live.isTrue("Available");
    }

    /** Only pods of the newest ReplicaSet: old ones that fail are what the rollout is to replace. */
    private static List<Live> newPods(Live live, Around around) {
        Optional<String> hash = around.replicaSets().stream()
                .filter(it -> it.isControlledBy(live.uid()))
                .filter(it -> it.annotation(REVISION).equals(live.annotation(REVISION)))
                .findFirst()
                .flatMap(it -> it.label(HASH));
        return hash.isEmpty()
                ? List.of()
                : around.pods().stream()
                        .filter(it -> it.label(HASH).equals(hash))
                        .toList();
    }
}
