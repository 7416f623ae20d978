package dev.davit;

/** Give an amount of processor time, in thousandths of a core. */
public final class Cpu implements Comparable<Cpu> {
    private final int millis;

    private Cpu(int millis) {
        this.millis = millis;
    }

    /**
     * Give thousandths of a core: {@code Cpu.millis(500)} is half a core.
     *
     * @throws IllegalArgumentException if the amount is not from 1 to 256,000
     */
    public static Cpu millis(int amount) {
        return of(amount, 1, "Cpu.millis");
    }

    /**
     * Give whole cores.
     *
     * @throws IllegalArgumentException if the amount is not from 1 to 256
     */
    public static Cpu cores(int amount) {
        return of(amount, 1000, "Cpu.cores");
    }

    private static Cpu of(int amount, int unit, String factory) {
        int most = 256_000 / unit;
        if (amount < 1 || amount > most) {
            throw new IllegalArgumentException(factory + "(" + amount + ") is out of range: give 1 to " + most);
        }
        return new Cpu(amount * unit);
    }

    /** Count thousandths of a core. */
    public int millis() {
        return millis;
    }

    /** Write it as a Kubernetes quantity: {@code 500m}, {@code 2}. */
    public String quantity() {
        return millis % 1000 == 0 ? String.valueOf(millis / 1000) : millis + "m";
    }

    @Override
    public int compareTo(Cpu other) {
        return Integer.compare(millis, other.millis);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cpu cpu && cpu.millis == millis;
    }

    @Override
    public int hashCode() {
        return millis;
    }

    @Override
    public String toString() {
        return millis % 1000 == 0 ? "Cpu.cores(" + millis / 1000 + ")" : "Cpu.millis(" + millis + ")";
    }
}
