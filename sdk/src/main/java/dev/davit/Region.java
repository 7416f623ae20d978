package dev.davit;

import java.util.Locale;

/** Name a region of Render; source: its Blueprint schema of 2026-10-02. */
public enum Region {
    OREGON,
    OHIO,
    VIRGINIA,
    FRANKFURT,
    SINGAPORE;

    /** Write the region as Render does. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
