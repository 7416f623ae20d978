package dev.davit.render.sandbox;

import dev.davit.document.MapNode;

/** Ends a request with an error in the API's shape: {@code id}, {@code message}. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Problem(int status, String message) {
        super(message);
        this.status = status;
    }

    static Problem badRequest(String message) {
        return new Problem(400, message);
    }

    static Problem conflict(String message) {
        return new Problem(409, message);
    }

    static Problem notFound(Kind kind, String id) {
        return new Problem(404, "not found: " + kind.words() + " " + id);
    }

    int status() {
        return status;
    }

    Answer answer(String requestId) {
        return Answer.of(status, new MapNode(null).put("id", requestId).put("message", getMessage()));
    }
}
