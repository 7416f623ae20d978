package dev.davit.apply;

/** Report that this apply may not write any more. */
public final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean unanswered;

    /** Say who holds the lease now, or why ours ended. */
    public LeaseLostException(String message) {
        this(message, false);
    }

    LeaseLostException(String message, boolean unanswered) {
        super(message);
        this.unanswered = unanswered;
    }

    /** Say whether it ran out because the platform did not answer: then nobody is known to have taken over. */
    public boolean isUnanswered() {
        return unanswered;
    }
}
