package dev.davit.render.api;

import dev.davit.document.Node;
import java.util.Optional;

/**
 * Hold one call.
 *
 * @param method the method
 * @param path path and query below the base address
 * @param body the body, if there is one
 * @param form the form that is the body instead, if there is one; it asks for an opinion and changes nothing
 */
record Call(String method, String path, Optional<Node> body, Optional<Form> form) {
    static Call get(String path) {
        return new Call("GET", path, Optional.empty(), Optional.empty());
    }

    static Call send(String method, String path, Node body) {
        return new Call(method, path, Optional.ofNullable(body), Optional.empty());
    }

    static Call upload(String path, Form form) {
        return new Call("POST", path, Optional.empty(), Optional.of(form));
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** Say whether doing it twice is the same as doing it once; Render has no idempotency keys that would make a POST so. */
    boolean isRepeatable() {
        return !method.equals("POST") || form.isPresent();
    }

    String pathWithoutQuery() {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    /** Write it for messages; neither the query nor the body may show there. */
    @Override
    public String toString() {
        return method + " " + pathWithoutQuery();
    }
}
