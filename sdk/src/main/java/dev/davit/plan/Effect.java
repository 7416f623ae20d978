package dev.davit.plan;

import java.util.Locale;

/** Say what a change does to running traffic, from the mildest to the worst. */
public enum Effect {
    /** No running instance is touched. */
    NONE,
    /** Old instances serve until new ones are ready. */
    ROLLING,
    /** An instance, or a disk with a single writer, must stop before the next starts: seconds. */
    RESTART,
    /** The thing is deleted before its successor exists, or what it needs is down meanwhile. */
    OUTAGE,
    /** Data is lost. */
    DATA_LOSS;

    /** Write it as output and options do: {@code data-loss}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
