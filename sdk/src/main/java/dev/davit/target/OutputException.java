package dev.davit.target;

/**
 * Say why an output folder was left as it was, or where writing it stopped.
 *
 * <p>The four parts are kept apart so that one renderer can lay them out; {@link #getMessage()} joins them.
 */
public final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final String where;
    private final String why;
    private final String next;

    /** Put the four parts together. */
    public OutputException(String what, String where, String why, String next) {
        super(what + ": " + where + ": " + why + "; " + next);
        this.what = what;
        this.where = where;
        this.why = why;
        this.next = next;
    }

    OutputException(String what, String where, String why, String next, Throwable cause) {
        this(what, where, why, next);
        initCause(cause);
    }

    /** Name what did not work, such as {@code a file that Davit did not write is in the way}. */
    public String what() {
        return what;
    }

    /** Name the file or folder, as it was given. */
    public String where() {
        return where;
    }

    /** Give the reason. */
    public String why() {
        return why;
    }

    /** Say what to do next. */
    public String next() {
        return next;
    }
}
