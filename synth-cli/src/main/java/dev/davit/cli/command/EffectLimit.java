package dev.davit.cli.command;

import dev.davit.plan.Effect;
import java.util.Locale;

/** Names the effects as options take them. */
enum EffectLimit {
    NONE,
    ROLLING,
    RESTART,
    OUTAGE,
    DATA_LOSS;

    Effect effect() {
        return Effect.valueOf(name());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
