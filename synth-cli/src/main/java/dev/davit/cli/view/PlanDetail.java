package dev.davit.cli.view;

import java.util.Locale;

/** Says how much of a plan is shown. */
public enum PlanDetail {
    /** One line per object; many that are alike share one. */
    SUMMARY,
    /** Also the fields of objects that are there and change. */
    CHANGES,
    /** Also what new objects will say, what the platform sets by itself, and values in full. */
    FULL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
