package dev.davit.k8s.effect;

import dev.davit.plan.Effect;
import dev.davit.plan.Evidence;
import dev.davit.plan.Impact;
import java.util.Collection;
import java.util.List;

/** Puts effects into words that many judgements share. */
final class Said {
    private Said() {}

    static Impact none(String reason) {
        return Impact.of(Effect.NONE, Evidence.DOCUMENTED, reason);
    }

    static Impact proven(String reason) {
        return Impact.of(Effect.NONE, Evidence.PROVEN, reason);
    }

    static Impact rolling(String reason) {
        return Impact.of(Effect.ROLLING, Evidence.DOCUMENTED, reason);
    }

    static Impact perhapsRolling(String reason) {
        return Impact.of(Effect.ROLLING, Evidence.ASSUMED, reason);
    }

    static Impact restart(String reason, String avoid) {
        return Impact.of(Effect.RESTART, Evidence.DOCUMENTED, reason).avoidedBy(avoid);
    }

    static Impact perhapsRestart(String reason, String avoid) {
        return Impact.of(Effect.RESTART, Evidence.ASSUMED, reason).avoidedBy(avoid);
    }

    static Impact outage(String reason, String avoid) {
        return Impact.of(Effect.OUTAGE, Evidence.DOCUMENTED, reason).avoidedBy(avoid);
    }

    static Impact perhapsOutage(String reason, String avoid) {
        return Impact.of(Effect.OUTAGE, Evidence.ASSUMED, reason).avoidedBy(avoid);
    }

    static Impact dataLoss(Evidence evidence, String reason, String avoid) {
        return Impact.of(Effect.DATA_LOSS, evidence, reason).avoidedBy(avoid);
    }

    /** Judges a field that nothing is known about. */
    static Impact unknown(String field) {
        return perhapsRolling("what a change of " + field + " does is not known");
    }

    /** Takes the worst; where there is nothing to judge, nothing happens. */
    static Impact worst(Collection<Impact> impacts) {
        return impacts.stream().reduce(Impact::or).orElseGet(() -> proven("nothing changes"));
    }

    static String many(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /** Lists names: {@code a}, {@code a and b}, {@code a, b and 3 more}. */
    static String list(List<String> names) {
        int count = names.size();
        if (count < 2) {
            return String.join("", names);
        }
        return count == 2
                ? names.get(0) + " and " + names.get(1)
                : names.get(0) + ", " + names.get(1)
                        + (count == 3 ? " and " + names.get(2) : " and " + (count - 2) + " more");
    }
}
