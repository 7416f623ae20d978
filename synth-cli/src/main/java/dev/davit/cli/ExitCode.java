package dev.davit.cli;

/**
 * Name what a process of {@code davit} can end with; the numbers are frozen.
 *
 * <p>2 is given only where {@code --detailed-exitcode} asks for it. Picocli would give it to a mistyped option.
 */
public final class ExitCode {
    /** The command did what it was asked. */
    public static final int OK = 0;

    /** The command failed for a reason that has no code of its own. */
    public static final int FAILED = 1;

    /** There are changes, and the command was asked to say so by its code. */
    public static final int CHANGES = 2;

    /** A finding of severity error, or another gate, stopped the command. */
    public static final int FINDINGS = 3;

    /** Somebody else applies the same stack. */
    public static final int LEASE_HELD = 4;

    /** The plan is not of what is live now, or not the one that was approved. */
    public static final int STALE = 5;

    /** Some of the plan was applied; the rest can be. */
    public static final int PARTLY_APPLIED = 6;

    /** All was applied, and not all was ready in time. */
    public static final int NOT_READY = 7;

    /** The command needs approval, and there is nobody to ask. */
    public static final int NEEDS_APPROVAL = 8;

    /** The command line is wrong. */
    public static final int USAGE = 64;

    /** What the user gave is wrong: source that does not compile, a definition that throws, a file that is missing. */
    public static final int BAD_INPUT = 65;

    /** Something outside that is needed is not there: a compiler, Maven, an API. */
    public static final int UNAVAILABLE = 69;

    /** Davit itself has a mistake. */
    public static final int INTERNAL = 70;

    /** The output cannot be written where it should go. */
    public static final int CANNOT_WRITE = 73;

    /** Credentials or a permission are missing. */
    public static final int NO_PERMISSION = 77;

    /** The process was interrupted, by Ctrl-C; the Java runtime gives this one by itself. */
    public static final int INTERRUPTED = 130;

    /** The process was told to end; the Java runtime gives this one by itself. */
    public static final int TERMINATED = 143;

    private ExitCode() {}
}
