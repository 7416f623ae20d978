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
            return Ending.LEASE_LOST;
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
        boolean any = results.stream().anyMatch(StepResult::isMade);
        if (reason.filter(it -> it == Reason.UNAVAILABLE).isPresent() && !any) {
            return Ending.UNAVAILABLE;
        }
        if (any && (failure != null || results.stream().anyMatch(it -> !it.isMade()))) {
            return Ending.PARTLY;
        }
        boolean late = any && results.stream().allMatch(it -> it.isGood() || it.state() == State.NOT_READY);
        return late ? Ending.NOT_READY : Ending.FAILED;
    }

    private Optional<Reason> reason() {
        return Stream.concat(
                        failure instanceof ApplyException refused ? Stream.of(refused.reason()) : Stream.empty(),
                        results.stream().flatMap(it -> it.reason().stream()))
                .findFirst();
    }
}
