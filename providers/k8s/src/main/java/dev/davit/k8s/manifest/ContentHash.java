package dev.davit.k8s.manifest;

import dev.davit.document.Json;
import dev.davit.document.Node;
import dev.davit.document.Sha256;
import java.nio.charset.StandardCharsets;

/** Names content by eight hexadecimal digits of its SHA-256: another content is another object, so its readers roll. */
final class ContentHash {
    private static final int DIGITS = 8;

    private ContentHash() {}

    static String of(Node content) {
        return Sha256.hex(Json.write(content).getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }
}
