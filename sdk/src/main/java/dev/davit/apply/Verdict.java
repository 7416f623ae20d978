package dev.davit.apply;

import dev.davit.apply.ApplyException.Reason;
import dev.davit.apply.StepResult.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides how an apply ended that did not come to its end. */
record Verdict(Run run, List<StepResult> results, RuntimeException failure) {
    Ending ending() {
        if (run.lost().isPresent()) {
            return run.lost().get().isUnanswered() ? gone() : Ending.LEASE_LOST;
        }
        Optional<Reason> reason = reason();
        if (reason.filter(it -> it == Reason.NO_PERMISSION).isPresent()) {
            return Ending.NO_PERMISSION;
        }
        if (reason.filter(it -> it == Reason.STALE).isPresent()) {
            return Ending.STALE;
        }
        if (run.isStopped() && run.failed().isEmpty() && failure == null) {
            return Ending.INTERRUPTED;
        }
        boolean any = isAnyMade();
        if (reason.filter(it -> it == Reason.UNAVAILABLE).isPresent() && !any) {
            return Ending.UNAVAILABLE;
        }
        if (any && (failure != null || results.stream().anyMatch(it -> !it.isMade()))) {
            return Ending.PARTLY;
        }
        boolean late = any && results.stream().allMatch(it -> it.isGood() || it.state() == State.NOT_READY);
        return late ? Ending.NOT_READY : Ending.FAILED;
    }

    /** Gives the ending of an apply whose platform has gone. */
    private Ending gone() {
        return isAnyMade() ? Ending.PARTLY : Ending.UNAVAILABLE;
    }

    private boolean isAnyMade() {
        return results.stream().anyMatch(StepResult::isMade);
    }

    private Optional<Reason> reason() {
        return Stream.concat(
                        failure instanceof ApplyException refused ? Stream.of(refused.reason()) : Stream.empty(),
                        results.stream().flatMap(it -> it.reason().stream()))
                .findFirst();
    }
}
