package dev.davit.apply;

/** Name how an apply ended; each asks something else of the user. */
public enum Ending {
    /** All is as the plan says, and ready. */
    DONE,
    /** There was nothing to do, and nothing was done. */
    NOTHING_TO_DO,
    /** The plan has blockers; nothing was done. */
    BLOCKED,
    /** Credentials or rights are missing, before or during the apply. */
    NO_PERMISSION,
    /** Someone else applies the stack; nothing was done. */
    LEASE_HELD,
    /** What is live is not what the plan saw. */
    STALE,
    /** The platform cannot be reached; nothing was done. */
    UNAVAILABLE,
    /** It failed: nothing was done, or all was done and something can never become ready. */
    FAILED,
    /** Some steps are done and some are not; the apply can be resumed. */
    PARTLY,
    /** All calls are made, and something was not ready in time. */
    NOT_READY,
    /** Another apply may have taken over; this one stopped writing. */
    LEASE_LOST,
    /** It was told to stop, and stopped after the calls that were on their way. */
    INTERRUPTED
}
