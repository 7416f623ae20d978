package dev.davit.k8s.cluster;

import dev.davit.document.DocumentException;
import dev.davit.document.Json;
import dev.davit.document.MapNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Hold an answer as it came.
 *
 * @param status the HTTP status
 * @param type the content type
 * @param retryAfter the header, if it is there
 * @param body the bytes
 */
record RawReply(int status, String type, Optional<String> retryAfter, byte[] body) {
    /**
     * Read it.
     *
     * @throws DocumentException if it is to be JSON and is not, as an answer that breaks off
     */
    Reply read() {
        if (body.length == 0) {
            return new Reply(status, new MapNode(null), "");
        }
        if (!type.contains("json")) {
            return new Reply(status, new MapNode(null), new String(body, StandardCharsets.UTF_8));
        }
        return new Reply(status, Json.read("the answer", body) instanceof MapNode map ? map : new MapNode(null), "");
    }

    /** Give how long the server asks to wait, in whole seconds; dates are not used by API servers. */
    Optional<Duration> pause() {
        return retryAfter.filter(it -> it.matches("\\d{1,4}")).map(it -> Duration.ofSeconds(Long.parseLong(it)));
    }
}
