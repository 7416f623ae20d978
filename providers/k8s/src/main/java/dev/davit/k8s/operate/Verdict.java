package dev.davit.k8s.operate;

import dev.davit.apply.Readiness;
import java.util.List;
import java.util.Optional;

/**
 * Says how far an object is, before anyone looked for events and logs.
 *
 * @param state whether to go on, wait or stop
 * @param progress one line
 * @param culprit the container that explains a failure, if one does
 */
record Verdict(Readiness.State state, String progress, Optional<Culprit> culprit) {
    static Verdict ready(String progress) {
        return new Verdict(Readiness.State.READY, progress, Optional.empty());
    }

    static Verdict waiting(String progress) {
        return new Verdict(Readiness.State.WAITING, progress, Optional.empty());
    }

    static Verdict failed(String progress) {
        return new Verdict(Readiness.State.FAILED, progress, Optional.empty());
    }

    static Verdict failed(Culprit culprit) {
        return new Verdict(Readiness.State.FAILED, culprit.toString(), Optional.of(culprit));
    }

    boolean isWaiting() {
        return state == Readiness.State.WAITING;
    }

    Readiness with(List<String> evidence) {
        return new Readiness(state, progress, evidence);
    }
}
