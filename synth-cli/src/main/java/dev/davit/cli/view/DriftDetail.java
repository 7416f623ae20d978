package dev.davit.cli.view;

import java.util.Locale;

/** Says how much is shown of what others set. */
public enum DriftDetail {
    /** How many fields. */
    COUNT,
    /** Each field, with who set it. */
    ALL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
