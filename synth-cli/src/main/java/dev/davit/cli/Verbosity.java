package dev.davit.cli;

/** Say how much is told beside the product. */
public enum Verbosity {
    /** Warnings and errors. */
    QUIET,
    /** Also what takes time. */
    NORMAL,
    /** Also stack traces. */
    VERBOSE
}
