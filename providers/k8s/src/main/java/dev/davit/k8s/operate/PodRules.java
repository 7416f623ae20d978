package dev.davit.k8s.operate;

import java.util.List;
import java.util.Optional;

/** Judges a pod, and what runs pods to their end. */
final class PodRules {
    private PodRules() {}

    static Verdict pod(Live live, Around around) {
        String phase = live.text("status", "phase").orElse("Pending");
        if (phase.equals("Succeeded") || live.isTrue("Ready")) {
            return Verdict.ready(phase.equals("Succeeded") ? "succeeded" : "ready");
        }
        if (phase.equals("Failed")) {
            return DoomedPods.ended(List.of(live)).map(Verdict::failed).orElseGet(() -> Verdict.failed("failed"));
        }
        return ReadyRules.unlessDoomed(
                List.of(live), around, Verdict.waiting(phase.toLowerCase(java.util.Locale.ROOT)));
    }

    /** Complete, not only started: what comes after a Job needs what it made. */
    static Verdict job(Live live, Around around) {
        if (live.isTrue("Complete") || live.isTrue("SuccessCriteriaMet")) {
            return Verdict.ready("complete");
        }
        Optional<Condition> failed = live.condition("Failed")
                .filter(Condition::isTrue)
                .or(() -> live.condition("FailureTarget").filter(Condition::isTrue));
        if (failed.isPresent()) {
            return new Verdict(
                    dev.davit.apply.Readiness.State.FAILED, failed.get().why(), DoomedPods.ended(around.pods()));
        }
        if (live.flag("spec", "suspend")) {
            return Verdict.waiting("suspended; it runs once somebody resumes it");
        }
        return ReadyRules.unlessDoomed(around.pods(), around, Verdict.waiting(progress(live)));
    }

    private static String progress(Live live) {
        long wanted = live.number("spec", "completions").orElse(1L);
        long failures = live.status("failed");
        return live.status("succeeded") + " of " + wanted + " complete, " + live.status("active") + " running"
                + (failures == 0 ? "" : ", " + failures + " failed");
    }
}
