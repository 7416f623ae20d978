package dev.davit.apply;

/** Guard every write of an apply: who lost the lease writes no more. */
public interface Fence {
    /** Give the lease's count of holders: higher is newer. */
    long token();

    /**
     * Make sure that the lease is still ours.
     *
     * @throws LeaseLostException if another holder may write now, or ours ran out
     */
    void check();

    /**
     * Ask the platform, too: a lease can be ended before its time.
     *
     * @throws LeaseLostException as {@link #check()} does
     */
    default void confirm() {
        check();
    }

    /** Say whether the apply is to stop: who waits before a write then gives up. */
    default boolean isStopping() {
        return false;
    }
}
