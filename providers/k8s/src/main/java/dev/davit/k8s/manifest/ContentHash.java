package dev.davit.k8s.manifest;

import dev.davit.document.Json;
import dev.davit.document.Node;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names content by eight hexadecimal digits of its SHA-256: another content is another object, so its readers roll. */
final class ContentHash {
    private static final int BYTES = 4;

    private ContentHash() {}

    static String of(Node content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Json.write(content).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
