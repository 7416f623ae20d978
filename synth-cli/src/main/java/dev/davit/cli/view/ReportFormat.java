package dev.davit.cli.view;

import java.util.Locale;

/** Says who reads findings. */
public enum ReportFormat {
    /** A person. */
    TEXT,
    /** A program: one JSON document on standard output. */
    JSON,
    /** What shows findings beside the code: SARIF 2.1.0. */
    SARIF;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
