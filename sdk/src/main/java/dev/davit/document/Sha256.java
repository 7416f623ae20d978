package dev.davit.document;

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

    /** Give the digest as 64 hexadecimal digits in lower case. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(of(content));
    }
}
