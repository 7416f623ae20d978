package dev.davit;

import java.util.Objects;
import java.util.Optional;

/**
 * Ask for graphics processors by what they are, not by the labels of one cluster: the Kubernetes settings say how a cluster
 * labels its nodes.
 */
public final class Gpu {
    private final String product;
    private final Size memory;
    private final int count;

    private Gpu(String product, Size memory, int count) {
        this.product = product;
        this.memory = memory;
        this.count = count;
    }

    /**
     * Name the NVIDIA product: {@code L4}, {@code A100}, {@code H100}.
     *
     * @throws IllegalArgumentException if the name holds more than letters, digits and dashes
     */
    public static Gpu nvidia(String product) {
        if (!product.matches("[A-Za-z0-9]([A-Za-z0-9-]{0,38}[A-Za-z0-9])?")) {
            throw new IllegalArgumentException("Gpu.nvidia(" + JavaText.quoted(product)
                    + ") is no product name: write letters, digits and dashes, such as \"L4\" or \"H100\"");
        }
        return new Gpu(product, null, 1);
    }

    /** Say how much memory each processor must have at least. */
    public Gpu memory(Size size) {
        return new Gpu(product, Objects.requireNonNull(size, "size"), count);
    }

    /**
     * Ask for several per instance; 1 unless given.
     *
     * @throws IllegalArgumentException if the number is not from 1 to 16
     */
    public Gpu count(int number) {
        if (number < 1 || number > 16) {
            throw new IllegalArgumentException("Gpu.count(" + number + ") is out of range: give 1 to 16 per instance");
        }
        return new Gpu(product, memory, number);
    }

    /** Give the product's name. */
    public String product() {
        return product;
    }

    /** Give the memory that each processor must have, if the user asked for some. */
    public Optional<Size> memory() {
        return Optional.ofNullable(memory);
    }

    /** Give the number per instance. */
    public int count() {
        return count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Gpu gpu
                && gpu.product.equals(product)
                && Objects.equals(gpu.memory, memory)
                && gpu.count == count;
    }

    @Override
    public int hashCode() {
        return Objects.hash(product, memory, count);
    }

    @Override
    public String toString() {
        return "Gpu.nvidia(" + JavaText.quoted(product) + ")"
                + (memory == null ? "" : ".memory(" + memory + ")")
                + (count == 1 ? "" : ".count(" + count + ")");
    }
}
