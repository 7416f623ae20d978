package dev.davit.apply;

import dev.davit.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Say what came of one step.
 *
 * @param step the step
 * @param wave the number of its wave; 0 for a step of an earlier run that was not seen to become ready
 * @param state how it ended
 * @param detail why, or how far it came, in one line without a full stop
 * @param evidence what explains it: events, the last lines of a log
 * @param failure what the platform's call threw, if it did
 * @param written what its call left behind; empty where there was none, or none that is known of
 * @param becauseOf the step for whose sake it was not begun, where it was not
 * @param took how long, from its begin
 */
public record StepResult(
        Step step,
        int wave,
        State state,
        String detail,
        List<String> evidence,
        Optional<RuntimeException> failure,
        Optional<Written> written,
        Optional<Step> becauseOf,
        Duration took) {
    /** Name how a step can end. */
    public enum State {
        /** Its call is made, and it is ready. */
        DONE,
        /** An earlier run made the call; this one only made sure that it is ready. */
        WAS_DONE,
        /** The call failed, or the object can never become ready. */
        FAILED,
        /** The call is made, and the object was not ready in time. */
        NOT_READY,
        /** The call is made, and nobody waited for it to become ready: the apply was told to stop, or not to wait. */
        NOT_AWAITED,
        /** It was not begun. */
        SKIPPED
    }

    public StepResult {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(detail, "detail");
        evidence = List.copyOf(evidence);
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(written, "written");
        Objects.requireNonNull(becauseOf, "becauseOf");
        Objects.requireNonNull(took, "took");
    }

    /** Say whether it is as it is to be. */
    public boolean isGood() {
        return state == State.DONE || state == State.WAS_DONE;
    }

    /** Say whether its call is known to have been made. */
    public boolean isMade() {
        return written.isPresent();
    }

    /** Give why the platform did not do it, if it said so. */
    Optional<ApplyException.Reason> reason() {
        return failure.map(it -> it instanceof ApplyException refused ? refused.reason() : null);
    }
}
