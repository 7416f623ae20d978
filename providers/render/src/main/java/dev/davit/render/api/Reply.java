package dev.davit.render.api;

import dev.davit.document.Node;

/**
 * Hold what a call came to.
 *
 * @param status the HTTP status
 * @param body what a good answer holds; {@code null} if it is not good
 * @param message what the API says about a refusal, with nothing secret in it
 */
record Reply(int status, Node body, String message) {
    boolean isGood() {
        return body != null;
    }

    boolean isGone() {
        return status == 404 || status == 410;
    }
}
