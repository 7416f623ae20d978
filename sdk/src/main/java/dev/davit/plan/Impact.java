package dev.davit.plan;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * Say what users feel of a change, and how that is known.
 *
 * @param effect how bad
 * @param evidence how it is known
 * @param reason the field or fact that decides it, in one line without a full stop
 * @param seconds how long, where it can be said
 * @param avoid what would make it milder; empty for effects up to rolling
 */
public record Impact(Effect effect, Evidence evidence, String reason, Optional<Seconds> seconds, Optional<String> avoid)
        implements Comparable<Impact> {
    private static final Comparator<Impact> ORDER = Comparator.comparing(Impact::effect)
            .thenComparing(Impact::evidence)
            .thenComparing(impact -> impact.seconds().map(Seconds::most).orElse(-1L))
            .thenComparing(impact -> impact.seconds().map(Seconds::least).orElse(-1L))
            .thenComparing(Impact::reason)
            .thenComparing(impact -> impact.avoid().orElse(""));

    public Impact {
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(seconds, "seconds");
        Objects.requireNonNull(avoid, "avoid");
    }

    /** Make one that needs no more words. */
    public static Impact of(Effect effect, Evidence evidence, String reason) {
        return new Impact(effect, evidence, reason, Optional.empty(), Optional.empty());
    }

    /** Say how long it lasts. */
    public Impact lasting(long least, long most) {
        return new Impact(effect, evidence, reason, Optional.of(new Seconds(least, most)), avoid);
    }

    /** Say what would avoid it. */
    public Impact avoidedBy(String what) {
        return new Impact(effect, evidence, reason, seconds, Optional.of(what));
    }

    /** Give the worse of two, whichever comes first: what is less certain counts as worse, then what lasts longer. */
    public Impact or(Impact other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(Impact other) {
        return ORDER.compare(this, other);
    }
}
