package dev.davit.k8s.cluster;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Hold an answer of the server.
 *
 * @param status the HTTP status
 * @param body the object, list or {@code Status}; empty where the answer is no JSON object
 * @param text the answer where it is no JSON: a log; else empty
 */
public record Reply(int status, MapNode body, String text) {
    public Reply {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(text, "text");
    }

    /** Say whether the server did what it was asked. */
    public boolean ok() {
        return status / 100 == 2;
    }

    /** Say whether there is no such object, or no such kind. */
    public boolean notFound() {
        return status == 404;
    }

    /** Say whether another manager or another version is in the way. */
    public boolean conflict() {
        return status == 409;
    }

    /** Say whether the object breaks a rule of its kind. */
    public boolean invalid() {
        return status == 422;
    }

    /**
     * Say whether the object does not fit the version of its kind in which our last apply is recorded.
     *
     * <p>The server takes away what an apply no longer names in that version, and refuses where the object has fields that only a
     * later one knows. Source: sigs.k8s.io/structured-merge-diff, {@code prune} in merge/update.go
     */
    public boolean isOfOldVersion() {
        return status == 500 && isOfOldVersion(message());
    }

    static boolean isOfOldVersion(String message) {
        return message.contains("to last applied version: ");
    }

    /** Give the server's text; made up from the status where there is none. */
    public String message() {
        return body.getText("message").orElse("HTTP " + status);
    }

    /** Give the server's word for the refusal: {@code AlreadyExists}; empty where there is none. */
    public String reason() {
        return body.getText("reason").orElse("");
    }

    /** Give the kind that a refusal is about, as the server writes it; empty where there is none. */
    public String aboutKind() {
        return body.getMap("details").flatMap(it -> it.getText("kind")).orElse("");
    }

    /** Give the reasons of a refusal, one by one. */
    public List<Cause> causes() {
        return body.getMap("details")
                .flatMap(it -> it.getList("causes"))
                .map(ListNode::items)
                .map(List::stream)
                .orElseGet(Stream::empty)
                .flatMap(Reply::cause)
                .toList();
    }

    private static Stream<Cause> cause(Node node) {
        return node instanceof MapNode map
                ? Stream.of(new Cause(
                        map.getText("reason").orElse(""),
                        map.getText("message").orElse(""),
                        map.getText("field").orElse("")))
                : Stream.empty();
    }
}
