package dev.davit.target;

import java.util.Objects;

/**
 * Say how well a target does what a resource asks for.
 *
 * @param verdict how well
 * @param how how it is emulated, or why it is impossible; empty when it is exact
 * @param wayOut what to do instead; empty unless it is impossible
 */
public record Portability(Verdict verdict, String how, String wayOut) {
    /** Order the verdicts from best to worst. */
    public enum Verdict {
        /** The target has the very thing. */
        EXACT,
        /** The target does it by other means. */
        EMULATED,
        /** The target cannot do it. */
        IMPOSSIBLE
    }

    /** Say that the target has the very thing. */
    public static final Portability EXACT = new Portability(Verdict.EXACT, "", "");

    public Portability {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(how, "how");
        Objects.requireNonNull(wayOut, "wayOut");
    }

    /** Say that the target does it by other means. */
    public static Portability emulated(String how) {
        return new Portability(Verdict.EMULATED, how, "");
    }

    /** Say that the target cannot do it. */
    public static Portability impossible(String why, String wayOut) {
        return new Portability(Verdict.IMPOSSIBLE, why, wayOut);
    }

    /** Give the worse of two verdicts; of two alike, both reasons. */
    public Portability and(Portability other) {
        int order = verdict.compareTo(other.verdict);
        if (order != 0 || verdict == Verdict.EXACT || equals(other)) {
            return order < 0 ? other : this;
        }
        return new Portability(verdict, how + "; " + other.how, join(wayOut, other.wayOut));
    }

    /** Written out, like {@code hashCode}: Java spins what a record has at its first use, which costs more than all else here. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Portability it
                        && it.verdict == verdict
                        && it.how.equals(how)
                        && it.wayOut.equals(wayOut);
    }

    @Override
    public int hashCode() {
        return how.hashCode();
    }

    private static String join(String first, String second) {
        return first.isEmpty() || second.isEmpty() || first.equals(second)
                ? first + (first.equals(second) ? "" : second)
                : first + "; " + second;
    }
}
