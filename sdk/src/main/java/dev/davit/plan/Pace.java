package dev.davit.plan;

/**
 * Say how fast a place lets a plan be carried out.
 *
 * @param writes how many writes the plan takes, about: what is tried again is not counted
 * @param perMinute how many the place takes in a minute
 */
public record Pace(int writes, int perMinute) {
    public Pace {
        if (writes < 0 || perMinute < 1) {
            throw new IllegalArgumentException(writes + " writes, " + perMinute + " in a minute");
        }
    }

    /** Give how many seconds it takes at least, whatever is waited for beside it: 0 where all fits into one minute. */
    public long seconds() {
        return Math.max(0L, (writes - (long) perMinute) * 60 / perMinute);
    }

    /** Write it for people: {@code 72 writes, 30 a minute: at least 84 s}. */
    @Override
    public String toString() {
        return writes + (writes == 1 ? " write, " : " writes, ") + perMinute + " a minute"
                + (seconds() == 0 ? "" : ": at least " + seconds() + " s");
    }
}
