package dev.davit.k8s.cluster;

import java.util.Optional;

/**
 * Hold one request.
 *
 * @param method the method
 * @param path path and query
 * @param accept the representation that is wanted
 * @param contentType how the body is meant; empty without a body
 * @param body the body; empty without one
 */
record Request(String method, String path, String accept, String contentType, String body) {
    private static final String JSON = "application/json";

    static Request get(String path, String accept) {
        return new Request("GET", path, accept, "", "");
    }

    static Request send(String method, String path, String contentType, String body) {
        return new Request(method, path, JSON, contentType, body);
    }

    boolean isRead() {
        return method.equals("GET");
    }

    Optional<String> content() {
        return contentType.isEmpty() ? Optional.empty() : Optional.of(body);
    }

    /** Write it for messages; neither the query nor the body may show there. */
    @Override
    public String toString() {
        int query = path.indexOf('?');
        return method + " " + (query < 0 ? path : path.substring(0, query));
    }
}
