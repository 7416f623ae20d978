package dev.davit.k8s.operate;

import dev.davit.apply.Readiness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Says how far an object is. The rules are kstatus' (cli-utils {@code pkg/kstatus/status/core.go}), stricter where those pass too
 * early: a generation that the controller has not seen is never ready, and pods of the old revision must be gone.
 */
final class ReadyRules {
    private static final Map<String, BiFunction<Live, Around, Verdict>> RULES = Map.ofEntries(
            Map.entry("Deployment.apps", DeploymentRule::judge),
            Map.entry("StatefulSet.apps", SetRules::statefulSet),
            Map.entry("DaemonSet.apps", SetRules::daemonSet),
            Map.entry("ReplicaSet.apps", SetRules::replicaSet),
            Map.entry("Pod", PodRules::pod),
            Map.entry("Job.batch", PodRules::job),
            Map.entry("Namespace", ObjectRules::namespace),
            Map.entry("PersistentVolumeClaim", ObjectRules::claim),
            Map.entry("Service", ObjectRules::service),
            Map.entry("Ingress.networking.k8s.io", ObjectRules::ingress),
            Map.entry("HorizontalPodAutoscaler.autoscaling", ObjectRules::autoscaler),
            Map.entry("CustomResourceDefinition.apiextensions.k8s.io", ObjectRules::definition));

    private ReadyRules() {}

    static Verdict judge(Live live, Around around) {
        return unfinished(live)
                .orElseGet(() -> RULES.getOrDefault(kindOf(live), (it, more) -> ObjectRules.byConditions(it))
                        .apply(live, around));
    }

    static String kindOf(Live live) {
        return live.kind() + (live.group().isEmpty() ? "" : "." + live.group());
    }

    /** Holds for every kind, with the words of kstatus. */
    private static Optional<Verdict> unfinished(Live live) {
        if (live.isDeleted()) {
            return Optional.of(Verdict.waiting("being deleted" + finalizers(live.finalizers())));
        }
        Optional<Long> seen = live.number("status", "observedGeneration");
        if (seen.isPresent() && seen.get() < live.generation()) {
            return Optional.of(Verdict.waiting("not yet seen by its controller"));
        }
        return live.condition("Stalled")
                .filter(Condition::isTrue)
                .map(it -> Verdict.failed(it.why()))
                .or(() ->
                        live.condition("Reconciling").filter(Condition::isTrue).map(it -> Verdict.waiting(it.why())));
    }

    /** Names who must act before the object can go. */
    static String finalizers(List<String> finalizers) {
        return finalizers.isEmpty()
                ? ""
                : "; kept by "
                        + Lines.visible(String.join(", ", finalizers).replace("foregroundDeletion", "what it owns"));
    }

    /** Says whether a controller must have seen the object before its status means anything, and has not. */
    static boolean isUnseen(Live live) {
        return live.number("status", "observedGeneration").isEmpty();
    }

    static Verdict unseen() {
        return Verdict.waiting("not yet seen by its controller");
    }

    /** Fails on the first pod that can never start, else says what is waited for. */
    static Verdict unlessDoomed(List<Live> pods, Around around, Verdict verdict) {
        return verdict.state() == Readiness.State.READY
                ? verdict
                : DoomedPods.in(pods, around).map(Verdict::failed).orElse(verdict);
    }
}
