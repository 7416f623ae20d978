package dev.davit;

import java.util.Objects;

/**
 * Give a workload a disk that outlives its instances. It belongs to one instance, so a workload with a disk runs as one.
 */
public final class Disk {
    private final String mountPath;
    private final Size size;
    private final String name;

    private Disk(String mountPath, Size size, String name) {
        this.mountPath = mountPath;
        this.size = size;
        this.name = name;
    }

    /**
     * Mount a disk at an absolute path.
     *
     * @throws IllegalArgumentException if the path is not absolute, or is the root, or has {@code .} or {@code ..} in it
     */
    public static Disk at(String mountPath, Size size) {
        if (!mountPath.matches("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+")) {
            throw new IllegalArgumentException("Disk.at(" + JavaText.quoted(mountPath)
                    + ", ...) is no folder to mount at: give an absolute path below /, such as \"/data\"");
        }
        return new Disk(mountPath, Objects.requireNonNull(size, "size"), "data");
    }

    /**
     * Name the disk; {@code data} unless given.
     *
     * @throws IllegalArgumentException if the name is not of lower-case letters, digits and dashes
     */
    public Disk name(String name) {
        if (!name.matches("[a-z]([a-z0-9-]{0,38}[a-z0-9])?")) {
            throw new IllegalArgumentException("Disk.name(" + JavaText.quoted(name)
                    + ") is no name: use up to 40 lower-case letters, digits and dashes");
        }
        return new Disk(mountPath, size, name);
    }

    /** Give the absolute path at which the workload sees the disk. */
    public String mountPath() {
        return mountPath;
    }

    /** Give the size; it can grow later, never shrink. */
    public Size size() {
        return size;
    }

    /** Give the disk's name. */
    public String name() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Disk disk
                && disk.mountPath.equals(mountPath)
                && disk.size.equals(size)
                && disk.name.equals(name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(mountPath, size, name);
    }

    @Override
    public String toString() {
        return "Disk.at(" + JavaText.quoted(mountPath) + ", " + size + ")"
                + (name.equals("data") ? "" : ".name(" + JavaText.quoted(name) + ")");
    }
}
