package dev.davit.k8s.effect;

import dev.davit.document.Json;
import dev.davit.document.Node;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names content by eight hexadecimal digits of its SHA-256, and fits such names into the length that labels allow. */
final class ShortHash {
    private static final int BYTES = 4;
    private static final int LONGEST = 63;

    private ShortHash() {}

    static String of(Node content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Json.write(content).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Puts a suffix behind a name; a long name loses its end, never the suffix. */
    static String behind(String name, String suffix) {
        int room = LONGEST - 1 - suffix.length();
        String kept = name.length() <= room ? name : name.substring(0, room).replaceAll("[-.]+$", "");
        return kept + "-" + suffix;
    }
}
