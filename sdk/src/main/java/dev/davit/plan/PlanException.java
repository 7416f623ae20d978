package dev.davit.plan;

import java.util.Objects;

/**
 * Say why a plan or a release record cannot be read, kept or used.
 *
 * <p>The four parts are kept apart so that one renderer can lay them out; {@link #getMessage()} joins them.
 */
public final class PlanException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final String where;
    private final String why;
    private final String next;

    /**
     * Describe it, each part in one line without a full stop.
     *
     * @param what what does not work
     * @param where the file, object or field
     * @param why the reason
     * @param next what to do about it
     */
    public PlanException(String what, String where, String why, String next) {
        super(what + ": " + where + ": " + why + "; " + next);
        this.what = Objects.requireNonNull(what, "what");
        this.where = Objects.requireNonNull(where, "where");
        this.why = Objects.requireNonNull(why, "why");
        this.next = Objects.requireNonNull(next, "next");
    }

    /** Say what does not work. */
    public String what() {
        return what;
    }

    /** Name the file, object or field. */
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
