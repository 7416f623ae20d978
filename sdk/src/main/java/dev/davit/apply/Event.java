package dev.davit.apply;

import dev.davit.plan.Plan;
import dev.davit.plan.Step;
import dev.davit.plan.Wave;
import java.time.Duration;

/** Tell a listener how an apply goes, one event at a time. Holds no secret value. */
public sealed interface Event {
    /** There is something to do: rights are looked at next, then the lease is taken. Until then nothing is written. */
    record Preparing() implements Event {}

    /**
     * Someone else applies the stack.
     *
     * @param holder who
     * @param waited how long that has been waited for
     */
    record LeaseAwaited(String holder, Duration waited) implements Event {}

    /**
     * The lease is ours.
     *
     * @param token its count of holders
     */
    record LeaseTaken(long token) implements Event {}

    /**
     * The first wave is about to begin.
     *
     * @param plan the plan
     * @param release the number of its release record
     * @param resumed whether it goes on where another run stopped
     */
    record Begun(Plan plan, int release, boolean resumed) implements Event {}

    /**
     * A wave begins.
     *
     * @param wave the wave
     * @param of how many waves there are
     */
    record WaveBegun(Wave wave, int of) implements Event {}

    /**
     * A step's call is about to be made.
     *
     * @param step the step
     * @param wave the number of its wave
     */
    record StepBegun(Step step, int wave) implements Event {}

    /**
     * A step's call is made.
     *
     * @param step the step
     * @param written what it left behind
     */
    record StepWritten(Step step, Written written) implements Event {}

    /**
     * A step is not ready yet, and what it waits for is another thing than before.
     *
     * @param step the step
     * @param progress one line: {@code 2 of 3 pods ready}
     */
    record StepWaits(Step step, String progress) implements Event {}

    /**
     * A step ended, well or not.
     *
     * @param result what came of it
     */
    record StepEnded(StepResult result) implements Event {}

    /**
     * No more steps are begun; those that run are finished.
     *
     * @param why in one line without a full stop
     */
    record Stopping(String why) implements Event {}

    /**
     * The apply is over.
     *
     * @param outcome how it ended
     */
    record Ended(Outcome outcome) implements Event {}
}
