package dev.davit;

/**
 * Give an amount of memory or disk, in bytes; powers of 1024, never of 1000.
 *
 * <p>{@link #toString()} is the Java that makes the size, so that a message can quote the user's call.
 */
public final class Size implements Comparable<Size> {
    private static final long MIB = 1024L * 1024;
    private static final long GIB = 1024 * MIB;

    private final long bytes;

    private Size(long bytes) {
        this.bytes = bytes;
    }

    /**
     * Give a size in mebibytes (1,048,576 bytes).
     *
     * @throws IllegalArgumentException if the amount is not from 1 to 8,388,607
     */
    public static Size mib(long amount) {
        return of(amount, MIB, "Size.mib");
    }

    /**
     * Give a size in gibibytes (1,073,741,824 bytes).
     *
     * @throws IllegalArgumentException if the amount is not from 1 to 8,191
     */
    public static Size gib(long amount) {
        return of(amount, GIB, "Size.gib");
    }

    private static Size of(long amount, long unit, String factory) {
        long most = (8L * 1024 * GIB - 1) / unit;
        if (amount < 1 || amount > most) {
            throw new IllegalArgumentException(
                    factory + "(" + amount + ") is out of range: give 1 to " + most + " (less than 8 TiB)");
        }
        return new Size(amount * unit);
    }

    /** Count the bytes. */
    public long bytes() {
        return bytes;
    }

    /** Count whole mebibytes; exact, because no smaller unit can be given. */
    public long inMib() {
        return bytes / MIB;
    }

    /** Count gibibytes, rounded up: what a platform that sells whole gibibytes must be asked for. */
    public long inGibRoundedUp() {
        return (bytes + GIB - 1) / GIB;
    }

    /** Write the size as a Kubernetes quantity, such as {@code 256Mi} or {@code 60Gi}. */
    public String quantity() {
        return bytes % GIB == 0 ? bytes / GIB + "Gi" : inMib() + "Mi";
    }

    @Override
    public int compareTo(Size other) {
        return Long.compare(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Size size && size.bytes == bytes;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes % GIB == 0 ? "Size.gib(" + bytes / GIB + ")" : "Size.mib(" + inMib() + ")";
    }
}
