package dev.davit.apply;

import dev.davit.plan.Plan;
import dev.davit.plan.Step;
import java.util.List;

/**
 * Offer what an apply needs of a platform. Retries of what may pass by itself are the operator's; what it throws is final.
 *
 * <p>Methods are called from several threads at once, except {@code begin} and {@code finish}.
 */
public interface Operator {
    /** Ask the platform which rights of those that the plan needs are missing. Writes nothing. */
    List<Refusal> preflight(Plan plan);

    /** Give the lease of a stack and stage. */
    LeaseStore lease(String stack, String stage);

    /**
     * Get ready for the first step: whatever a later run needs to find all that this one may leave behind.
     *
     * @param release the number of the release that the apply is; one that is resumed keeps its number
     * @throws ApplyException if the platform refuses
     */
    void begin(Plan plan, int release, Fence fence);

    /**
     * Do a step, unless it is done already. Checks the fence right before each write.
     *
     * @throws ApplyException if it could not be done; {@code STALE} if the object is not what the step expects
     */
    Written perform(Step step, Fence fence);

    /**
     * Look how far a step that was performed has come. Takes out of its way what the platform never takes away by itself, and
     * checks the fence right before that.
     */
    Readiness readiness(Step step, Written written, Fence fence);

    /** Put away what {@code begin} prepared, after the last step. */
    void finish(Plan plan, Fence fence);

    /** Give the release records of a stack and stage. */
    ReleaseStore releases(String stack, String stage);
}
