package dev.davit.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digest bytes by SHA-256, which every Java platform has. */
public final class Sha256 {
    private Sha256() {}

    /** Start a digest of bytes that come in parts. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Give the digest: 32 bytes. */
    public static byte[] of(byte[] content) {
        return start().digest(content);
    }

    /** Give the digest of a file as 64 hexadecimal digits in lower case. */
    public static String hex(Path file) throws IOException {
        MessageDigest digest = start();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] part = new byte[1 << 16];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                digest.update(part, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Give the digest as 64 hexadecimal digits in lower case. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(of(content));
    }
}
