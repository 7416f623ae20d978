package dev.davit.plan;

import dev.davit.plan.Comparison.ForeignOf;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/** Say all that an apply will do, in order, and what users will feel. Holds no secret value and may be kept and shown. */
@Immutable
public abstract class Plan {
    /** Give what the stack is to have once the plan is applied. */
    public abstract Wanted wanted();

    /** Give where it belongs. */
    public abstract Place place();

    /** Give when the live state was read. */
    public abstract Instant readAt();

    /** Give when it is too old to be applied. */
    public abstract Instant expiresAt();

    /** Give the changes, worst effect first, then by key. */
    public abstract List<Change> changes();

    /** Give the waves. */
    public abstract List<Wave> waves();

    /** Give the objects that stay as they are. */
    public abstract List<ObjectKey> unchanged();

    /** Give those of them that the place's own record of the last apply proves unchanged, so that it was not asked. */
    public abstract Set<ObjectKey> recorded();

    /** Give how it was made sure that they stay: by that record by default. An apply that compares again does it the same way. */
    @Default
    public Verification verification() {
        return Verification.RECORDED;
    }

    /** Give what others set on objects that do not change. */
    public abstract List<ForeignOf> foreign();

    /** Give what is no longer wanted and stays. */
    public abstract List<Kept> kept();

    /** Give why it cannot be applied. */
    public abstract List<Blocker> blockers();

    /** Give how fast the place lets it be carried out, where it sets a limit. */
    public abstract Optional<Pace> pace();

    /** Give the worst of what users feel; empty where nothing changes. */
    public Optional<Impact> worst() {
        return changes().stream().map(Change::impact).max(Comparator.naturalOrder());
    }

    /** Say whether there is nothing to do. */
    public boolean isEmpty() {
        return changes().isEmpty();
    }

    /**
     * Name what the plan does by a digest: 64 hexadecimal digits. The same definition and the same live state give the same,
     * whoever plans, whenever and from wherever: times, versions of objects, source lines, the place's name for people and how
     * it was made sure that the rest stays are left out.
     */
    @Lazy
    public String digest() {
        return PlanDigest.of(this);
    }

    /** Collect the parts of a plan. */
    public static final class Builder extends ImmutablePlan.Builder {}
}
