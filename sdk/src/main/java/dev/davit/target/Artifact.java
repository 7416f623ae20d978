package dev.davit.target;

import dev.davit.document.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Hold a file that synth writes.
 *
 * @param path path in the output folder, with {@code /} between folders
 * @param text content; files are UTF-8
 * @param sha256 digest of the content in UTF-8, 64 hexadecimal digits
 */
public record Artifact(String path, String text, String sha256) {
    public Artifact {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(sha256, "sha256");
    }

    /** Make an artifact of a text. */
    public static Artifact of(String path, String text) {
        return new Artifact(path, text, Sha256.hex(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Give the content as it is written. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
