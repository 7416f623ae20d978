package dev.davit.apply;

import java.util.Objects;

/** Report that a call on the platform did not do what it was to do. */
public final class ApplyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Sort the reasons by what the user has to do. */
    public enum Reason {
        /** The platform cannot be reached, or did not answer in time and within all retries. */
        UNAVAILABLE,
        /** Credentials or a right are missing. */
        NO_PERMISSION,
        /** The object is not what the plan saw: changed, deleted or made anew. */
        STALE,
        /** The platform refuses what was asked. */
        REFUSED
    }

    private final Reason reason;
    private final String where;
    private final String next;

    /**
     * Describe it.
     *
     * @param reason what kind it is
     * @param what what went wrong, in one line without a full stop
     * @param where the object or address
     * @param next what to do about it
     * @param cause what was thrown; may be null
     */
    public ApplyException(Reason reason, String what, String where, String next, Throwable cause) {
        super(what, cause);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.where = Objects.requireNonNull(where, "where");
        this.next = Objects.requireNonNull(next, "next");
    }

    /** Give what kind it is. */
    public Reason reason() {
        return reason;
    }

    /** Give the object or address. */
    public String where() {
        return where;
    }

    /** Give what to do about it. */
    public String next() {
        return next;
    }
}
