package dev.davit.apply;

import java.util.Objects;

/** Report that someone else is applying the stack, and that the time to wait for them is over. */
public final class LeaseHeldException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String holder;

    /**
     * Describe it.
     *
     * @param holder who it is
     * @param message all of it in one line without a full stop
     */
    public LeaseHeldException(String holder, String message) {
        super(message);
        this.holder = Objects.requireNonNull(holder, "holder");
    }

    /** Say who it is: {@code user@host/run}, or a process of this machine. */
    public String holder() {
        return holder;
    }
}
