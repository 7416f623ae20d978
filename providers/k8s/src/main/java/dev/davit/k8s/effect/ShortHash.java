package dev.davit.k8s.effect;

import dev.davit.document.Json;
import dev.davit.document.Node;
import dev.davit.document.Sha256;
import java.nio.charset.StandardCharsets;

/** Names content by eight hexadecimal digits of its SHA-256, and fits such names into the length that labels allow. */
final class ShortHash {
    private static final int DIGITS = 8;
    private static final int LONGEST = 63;

    private ShortHash() {}

    static String of(Node content) {
        return Sha256.hex(Json.write(content).getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    /** Puts a suffix behind a name; a long name loses its end, never the suffix. */
    static String behind(String name, String suffix) {
        int room = LONGEST - 1 - suffix.length();
        String kept = name.length() <= room ? name : name.substring(0, room).replaceAll("[-.]+$", "");
        return kept + "-" + suffix;
    }
}
