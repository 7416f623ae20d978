package dev.davit.plan;

/**
 * Hold a range of seconds.
 *
 * @param least at least so long
 * @param most at most so long
 */
public record Seconds(long least, long most) {
    public Seconds {
        if (least < 0 || most < least) {
            throw new IllegalArgumentException("a range of seconds goes up from 0, not " + least + " to " + most);
        }
    }

    /** Write {@code 40 s} or {@code 40-90 s}. */
    @Override
    public String toString() {
        return (least == most ? "" + least : least + "-" + most) + " s";
    }
}
