package dev.davit.render.sandbox;

import dev.davit.document.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Holds what a request is answered with.
 *
 * @param status the HTTP status
 * @param body the JSON; empty for an answer without content
 * @param headers headers beside the content's own
 */
record Answer(int status, Optional<Node> body, Map<String, String> headers) {
    static Answer of(int status, Node body) {
        return new Answer(status, Optional.of(body), Map.of());
    }

    static Answer ok(Node body) {
        return of(200, body);
    }

    static Answer created(Node body) {
        return of(201, body);
    }

    static Answer empty(int status) {
        return new Answer(status, Optional.empty(), Map.of());
    }

    static Answer gone() {
        return empty(204);
    }

    Answer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, body, all);
    }
}
