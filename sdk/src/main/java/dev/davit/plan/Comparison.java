package dev.davit.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Hold what comparing a definition with a live place found. Nothing was written.
 *
 * @param place where
 * @param changes what differs
 * @param unchanged what is as it is to be
 * @param verification how it was made sure that it is
 * @param recorded those of the unchanged that the place's own record of the last apply proves, and that were not asked about
 * @param foreign what others set on objects that do not change, by object
 * @param kept what is no longer wanted and stays
 * @param blockers why it cannot be applied as it is
 * @param requests how many requests it took
 * @param pace how fast the place lets it be carried out, where it sets a limit
 */
public record Comparison(
        Place place,
        List<Change> changes,
        List<ObjectKey> unchanged,
        Verification verification,
        Set<ObjectKey> recorded,
        List<ForeignOf> foreign,
        List<Kept> kept,
        List<Blocker> blockers,
        int requests,
        Optional<Pace> pace) {
    /** Hold what others set on one object that does not change. */
    public record ForeignOf(ObjectKey key, List<Foreign> fields) {
        public ForeignOf {
            Objects.requireNonNull(key, "key");
            fields = List.copyOf(fields);
        }
    }

    /** Hold what comparing with a place found that keeps no record of an apply and sets no limit. */
    public Comparison(
            Place place,
            List<Change> changes,
            List<ObjectKey> unchanged,
            List<ForeignOf> foreign,
            List<Kept> kept,
            List<Blocker> blockers,
            int requests) {
        this(
                place,
                changes,
                unchanged,
                Verification.RECORDED,
                Set.of(),
                foreign,
                kept,
                blockers,
                requests,
                Optional.empty());
    }

    public Comparison {
        Objects.requireNonNull(pace, "pace");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(verification, "verification");
        changes = List.copyOf(changes);
        unchanged = List.copyOf(unchanged);
        recorded = Set.copyOf(recorded);
        foreign = List.copyOf(foreign);
        kept = List.copyOf(kept);
        blockers = List.copyOf(blockers);
    }

    /** Put other changes in the place of those that were found. */
    public Comparison withChanges(List<Change> others) {
        return new Comparison(
                place, others, unchanged, verification, recorded, foreign, kept, blockers, requests, pace);
    }

    /** Put other blockers in the place of those that were found. */
    public Comparison withBlockers(List<Blocker> others) {
        return new Comparison(place, changes, unchanged, verification, recorded, foreign, kept, others, requests, pace);
    }
}
