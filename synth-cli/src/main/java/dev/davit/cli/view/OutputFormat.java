package dev.davit.cli.view;

import java.util.Locale;

/** Says who reads the output. */
public enum OutputFormat {
    /** A person. */
    TEXT,
    /** A program: one JSON document on standard output. */
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
