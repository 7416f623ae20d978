package dev.davit.cli;

/**
 * Stop a command and tell the user what, where, why and what to do next.
 *
 * <p>The parts stay apart until {@link FailureText} lays them out. An empty part is left out.
 */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;
    private final String what;
    private final String where;
    private final String details;
    private final String why;
    private final String next;

    /**
     * Describe a failure.
     *
     * @param exitCode one of {@link ExitCode}
     * @param what what is wrong, in one line without a full stop
     * @param where the file, line, folder or argument, as the user would write it
     * @param why the reason
     * @param next what to do about it
     */
    public Failure(int exitCode, String what, String where, String why, String next) {
        this(exitCode, what, where, "", why, next);
    }

    private Failure(int exitCode, String what, String where, String details, String why, String next) {
        super(what);
        this.exitCode = exitCode;
        this.what = what;
        this.where = where;
        this.details = details;
        this.why = why;
        this.next = next;
    }

    /** Add lines that are shown as they are, between the place and the reason: a quotation, a list. */
    public Failure withDetails(String lines) {
        Failure detailed = new Failure(exitCode, what, where, lines, why, next);
        // A cause that is set to null could not be set later.
        return getCause() == null ? detailed : detailed.causedBy(getCause());
    }

    /** Remember the exception behind it, which {@code --verbose} shows. */
    public Failure causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    /** Give the code that the process ends with. */
    public int exitCode() {
        return exitCode;
    }

    String what() {
        return what;
    }

    String where() {
        return where;
    }

    String details() {
        return details;
    }

    String why() {
        return why;
    }

    String next() {
        return next;
    }
}
