package dev.davit.k8s.operate;

import java.util.Optional;
import java.util.Set;

/** Judges kinds that run no pods. */
final class ObjectRules {
    private static final Set<String> HOPELESS = Set.of("InvalidSelector", "AmbiguousSelector");

    private ObjectRules() {}

    static Verdict namespace(Live live, Around around) {
        String phase = live.text("status", "phase").orElse("");
        return phase.equals("Active") ? Verdict.ready("active") : Verdict.waiting("not yet active");
    }

    /**
     * A claim whose volume waits for the first pod counts as ready: its pod comes in a later wave. So does one that only a pod
     * can finish growing.
     */
    static Verdict claim(Live live, Around around) {
        String phase = live.text("status", "phase").orElse("Pending");
        if (phase.equals("Lost")) {
            return Verdict.failed(
                    "its volume " + live.text("spec", "volumeName").orElse("") + " is lost");
        }
        if (!phase.equals("Bound")) {
            return around.bindsLate()
                    ? Verdict.ready("waits for its first pod")
                    : Verdict.waiting("no volume bound yet");
        }
        if (live.isTrue("FileSystemResizePending")) {
            return Verdict.ready("bound; grows once a pod mounts it");
        }
        return isGrown(live) ? Verdict.ready("bound") : Verdict.waiting("growing" + current(live));
    }

    private static boolean isGrown(Live live) {
        Optional<Quantity> asked =
                live.text("spec", "resources", "requests", "storage").flatMap(Quantity::parse);
        Optional<Quantity> has = live.text("status", "capacity", "storage").flatMap(Quantity::parse);
        return asked.isEmpty() || has.isEmpty() || has.get().compareTo(asked.get()) >= 0;
    }

    private static String current(Live live) {
        return live.text("status", "capacity", "storage")
                .map(it -> " from " + it)
                .orElse("");
    }

    /**
     * Ready pods that it selects must be reachable through it; but pods that are not there yet are not waited for: Services go
     * before what they lead to.
     */
    static Verdict service(Live live, Around around) {
        boolean external =
                live.text("spec", "type").filter("ExternalName"::equals).isPresent();
        if (!external && live.text("spec", "clusterIP").isEmpty()) {
            return Verdict.waiting("no address yet");
        }
        boolean balanced =
                live.text("spec", "type").filter("LoadBalancer"::equals).isPresent();
        if (balanced && live.list("status", "loadBalancer", "ingress").isEmpty()) {
            return Verdict.waiting("no address from the load balancer yet");
        }
        boolean serving = around.pods().stream().anyMatch(it -> it.isTrue("Ready") && !it.isDeleted());
        return serving && around.endpoints() == 0
                ? Verdict.waiting("does not lead to its ready pods yet")
                : Verdict.ready(around.endpoints() == 0 ? "there" : around.endpoints() + " endpoints ready");
    }

    /** Not every controller writes an address, so none is waited for. */
    static Verdict ingress(Live live, Around around) {
        return Verdict.ready(
                live.list("status", "loadBalancer", "ingress").isEmpty() ? "there, no address yet" : "there");
    }

    /** Metrics come late, and not at all where nothing serves them: to find its target is all that an apply can ask. */
    static Verdict autoscaler(Live live, Around around) {
        Optional<Condition> scaling = live.condition("ScalingActive").filter(Condition::isFalse);
        if (scaling.filter(it -> HOPELESS.contains(it.reason())).isPresent()) {
            return Verdict.failed(scaling.get().why());
        }
        if (live.isTrue("AbleToScale") || live.isTrue("ScalingLimited")) {
            return Verdict.ready(scaling.map(it -> "there; " + it.why()).orElse("there"));
        }
        return Verdict.waiting(
                live.condition("AbleToScale").map(Condition::why).orElse("not yet seen by its controller"));
    }

    static Verdict definition(Live live, Around around) {
        Optional<Condition> names = live.condition("NamesAccepted").filter(Condition::isFalse);
        if (names.isPresent()) {
            return Verdict.failed(names.get().why());
        }
        return live.isTrue("Established") ? Verdict.ready("established") : Verdict.waiting("not yet established");
    }

    /** Goes by the convention that most controllers keep: a condition Ready, seen at this generation. */
    static Verdict byConditions(Live live) {
        return live.condition("Ready")
                .or(() -> live.condition("Available"))
                .or(() -> live.condition("Programmed"))
                .map(it -> it.isTrue() ? Verdict.ready("ready") : Verdict.waiting(it.why()))
                .orElseGet(() -> Verdict.ready(isBuiltIn(live) ? "there" : "there; no rule says when it is ready"));
    }

    private static boolean isBuiltIn(Live live) {
        return !live.group().contains(".") || live.group().endsWith(".k8s.io");
    }
}
