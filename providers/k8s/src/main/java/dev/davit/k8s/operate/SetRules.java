package dev.davit.k8s.operate;

import java.util.List;
import java.util.Optional;

/** Judges the other kinds that keep pods running. */
final class SetRules {
    private static final String HASH = "controller-revision-hash";

    private SetRules() {}

    static Verdict statefulSet(Live live, Around around) {
        if (ReadyRules.isUnseen(live)) {
            return ReadyRules.unseen();
        }
        List<Live> pods = withLabel(around, HASH, live.text("status", "updateRevision"));
        return ReadyRules.unlessDoomed(pods, around, ordinals(live));
    }

    private static Verdict ordinals(Live live) {
        long wanted = live.number("spec", "replicas").orElse(1L);
        long keep = live.number("spec", "updateStrategy", "rollingUpdate", "partition")
                .orElse(0L);
        long updated = live.status("updatedReplicas");
        long ready = live.number("spec", "minReadySeconds").orElse(0L) > 0
                ? live.status("availableReplicas")
                : live.status("readyReplicas");
        if (live.status("replicas") != wanted || ready < wanted) {
            return Verdict.waiting(Math.min(ready, wanted) + " of " + wanted + " pods ready");
        }
        if (updated < wanted - keep) {
            return Verdict.waiting(updated + " of " + (wanted - keep) + " pods run the new revision" + byHand(live));
        }
        boolean whole = live.text("status", "currentRevision").equals(live.text("status", "updateRevision"));
        return keep > 0 || whole || isByHand(live)
                ? Verdict.ready(wanted + " of " + wanted + " pods ready")
                : Verdict.waiting(updated + " of " + wanted + " pods run the new revision");
    }

    private static boolean isByHand(Live live) {
        return live.text("spec", "updateStrategy", "type")
                .filter("OnDelete"::equals)
                .isPresent();
    }

    private static String byHand(Live live) {
        return isByHand(live) ? "; the others once somebody deletes them (updateStrategy OnDelete)" : "";
    }

    static Verdict daemonSet(Live live, Around around) {
        if (ReadyRules.isUnseen(live)) {
            return ReadyRules.unseen();
        }
        List<Live> pods = withLabel(
                around, "pod-template-generation", live.annotation("deprecated.daemonset.template.generation"));
        return ReadyRules.unlessDoomed(pods, around, nodes(live));
    }

    private static Verdict nodes(Live live) {
        long wanted = live.status("desiredNumberScheduled");
        long updated = live.status("updatedNumberScheduled");
        long ready = Math.min(live.status("numberReady"), live.status("numberAvailable"));
        if (live.status("currentNumberScheduled") < wanted || ready < wanted) {
            return Verdict.waiting(ready + " of " + wanted + " pods ready");
        }
        return updated < wanted
                ? Verdict.waiting(updated + " of " + wanted + " pods run the new revision" + byHand(live))
                : Verdict.ready(wanted + " of " + wanted + " pods ready");
    }

    static Verdict replicaSet(Live live, Around around) {
        if (ReadyRules.isUnseen(live)) {
            return ReadyRules.unseen();
        }
        long wanted = live.number("spec", "replicas").orElse(1L);
        long ready = Math.min(live.status("readyReplicas"), live.status("availableReplicas"));
        String progress = Math.min(ready, wanted) + " of " + wanted + " pods ready";
        boolean done = live.status("replicas") == wanted && ready == wanted;
        return ReadyRules.unlessDoomed(
                around.pods(), around, done ? Verdict.ready(progress) : Verdict.waiting(progress));
    }

    private static List<Live> withLabel(Around around, String label, Optional<String> value) {
        return value.isEmpty()
                ? List.of()
                : around.pods().stream()
                        .filter(it -> it.label(label).equals(value))
                        .toList();
    }
}
