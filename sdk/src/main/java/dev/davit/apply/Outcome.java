package dev.davit.apply;

import dev.davit.plan.Stale;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value.Immutable;

/** Say how an apply ended, and what came of each step. */
@Immutable
public abstract class Outcome {
    /** Give how it ended. */
    public abstract Ending ending();

    /** Give why, in one line without a full stop. */
    public abstract String detail();

    /**
     * Give what came of each step, in the order in which they were looked at; empty where none was. Among them are steps of
     * wave 0, which are not the plan's: an earlier run made them and did not see them become ready.
     */
    public abstract List<StepResult> steps();

    /** Give the release record as it was last written; empty where it did not come so far. */
    public abstract Optional<Release> release();

    /** Give what went stale of a saved plan. */
    public abstract List<Stale> stale();

    /** Give the rights that are missing. */
    public abstract List<Refusal> refusals();

    /** Give what was thrown, where something was, outside of the steps. */
    public abstract Optional<RuntimeException> failure();

    /** Say whether running it again with its journal goes on where it stopped. */
    public abstract boolean isResumable();

    /** Give the step that went wrong first, if one did. */
    public Optional<StepResult> firstFailure() {
        return steps().stream()
                .filter(it -> it.state() == StepResult.State.FAILED || it.state() == StepResult.State.NOT_READY)
                .findFirst();
    }

    /** Count the steps that are as they are to be. */
    public long done() {
        return steps().stream().filter(StepResult::isGood).count();
    }

    /** Collect the parts of an outcome. */
    public static final class Builder extends ImmutableOutcome.Builder {}
}
