package dev.davit.cli.view;

import dev.davit.plan.Effect;
import dev.davit.plan.Impact;
import java.util.Locale;

/** Writes what users feel of a change. */
final class ImpactText {
    private ImpactText() {}

    /** Writes {@code outage 40-90 s}. */
    static String effect(Impact impact) {
        return impact.effect().word()
                + impact.seconds()
                        .filter(it -> isNoticed(impact.effect()))
                        .map(it -> " " + it)
                        .orElse("");
    }

    static String evidence(Impact impact) {
        return impact.evidence().name().toLowerCase(Locale.ROOT);
    }

    static boolean isNoticed(Effect effect) {
        return effect.compareTo(Effect.ROLLING) > 0;
    }

    static Paint paint(Effect effect) {
        return switch (effect) {
            case NONE, ROLLING -> Paint.NONE;
            case RESTART -> Paint.CHANGED;
            case OUTAGE, DATA_LOSS -> Paint.BAD;
        };
    }
}
