package dev.davit.target;

import dev.davit.document.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Hold a file that synth writes; two are equal by their paths and digests. */
public final class Artifact {
    private final String path;
    private final List<byte[]> parts;
    private final long size;
    private final String sha256;

    private Artifact(String path, Content content) {
        this.path = path;
        this.parts = List.copyOf(content.parts);
        this.size = parts.stream().mapToLong(it -> it.length).sum();
        this.sha256 = HexFormat.of().formatHex(content.digest.digest());
    }

    /** Take the content of an artifact in parts, which are nobody else's from then on, and digest each as it comes. */
    static final class Content {
        private final List<byte[]> parts = new ArrayList<>();
        private final MessageDigest digest = Sha256.start();

        void add(byte[] part) {
            parts.add(part);
            digest.update(part);
        }

        Artifact at(String path) {
            return new Artifact(path, this);
        }
    }

    /**
     * Make an artifact of a text.
     *
     * @param path path in the output folder, with {@code /} between folders
     * @param text content; files are UTF-8
     */
    public static Artifact of(String path, String text) {
        Content content = new Content();
        content.add(text.getBytes(StandardCharsets.UTF_8));
        return content.at(path);
    }

    /** Give the path in the output folder, with {@code /} between folders. */
    public String path() {
        return path;
    }

    /** Give the digest of the content: 64 hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** Give the size of the content, in bytes. */
    public long size() {
        return size;
    }

    /** Give the content as text. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Give the content as it is written. */
    public byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(Math.toIntExact(size));
        parts.forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    /** Give the content in parts, which are not to be changed. */
    List<byte[]> parts() {
        return parts;
    }

    /** Say whether a file has this content. */
    boolean isIn(Path file) throws IOException {
        if (Files.size(file) != size) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            for (byte[] part : parts) {
                if (!Arrays.equals(in.readNBytes(part.length), part)) {
                    return false;
                }
            }
            return in.read() < 0;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Artifact it && it.path.equals(path) && it.sha256.equals(sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return path + " " + sha256;
    }
}
