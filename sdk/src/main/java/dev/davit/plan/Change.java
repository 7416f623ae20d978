package dev.davit.plan;

import dev.davit.document.Origin;
import dev.davit.model.ResourceKey;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/** Say what happens to one live object, and what users feel of it. */
@Immutable
public abstract class Change {
    /** Give the object. */
    public abstract ObjectKey key();

    /** Give what happens to it. */
    public abstract Action action();

    /** Give the resource that the object stands for; empty for what serves the whole stack, and for what is deleted. */
    public abstract Optional<ResourceKey> resource();

    /** Give the user's call behind it, where there is one. */
    public abstract Optional<Origin> origin();

    /** Give its fields that change, in order of their paths; for a creation what the object will say. */
    public abstract List<FieldChange> fields();

    /** Give what others set on the object. */
    public abstract List<Foreign> foreign();

    /** Give what users feel. */
    public abstract Impact impact();

    /** Give why the platform itself could not compute the result, where it could not. */
    public abstract Optional<String> unverified();

    /** Give how long it takes to be carried out, where that can be said. */
    public abstract Optional<Estimate> estimate();

    /** Give what the change was computed from; empty for an object that is not there. */
    public abstract Optional<Fingerprint> basis();

    /**
     * Give the place of its kind in the platform's order: lower is earlier. Changes of one rank are ordered by the edges
     * between their resources. Deletions have ranks from {@link Planner#DELETIONS}, where lower is earlier as well: what
     * was made last goes first.
     */
    public abstract int rank();

    /** Say whether it is ready as soon as it is written: nothing of its rank has to wait for it, nor it for anything. */
    @Default
    public boolean isReadyAtOnce() {
        return false;
    }

    /** Give the calls that carry it out, in order; each waits for the one before. */
    public abstract List<Step> steps();

    /** Collect the parts of a change. */
    public static final class Builder extends ImmutableChange.Builder {}
}
