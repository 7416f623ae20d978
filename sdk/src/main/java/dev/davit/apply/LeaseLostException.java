package dev.davit.apply;

/** Report that this apply may not write any more. */
public final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Say who holds the lease now, or why ours ended. */
    public LeaseLostException(String message) {
        super(message);
    }
}
