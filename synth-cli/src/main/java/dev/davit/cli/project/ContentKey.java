package dev.davit.cli.project;

import dev.davit.document.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Collect parts into one SHA-256; each part is led by its length, so that no two lists of parts run into each other. */
final class ContentKey {
    private final MessageDigest digest = Sha256.start();

    ContentKey add(String part) {
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    ContentKey add(byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
        return this;
    }

    byte[] bytes() {
        return digest.digest();
    }

    String hex() {
        return HexFormat.of().formatHex(bytes());
    }
}
