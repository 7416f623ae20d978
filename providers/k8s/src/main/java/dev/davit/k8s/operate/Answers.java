package dev.davit.k8s.operate;

import dev.davit.apply.ApplyException;
import dev.davit.apply.ApplyException.Reason;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import dev.davit.k8s.cluster.Cause;
import dev.davit.k8s.cluster.Reply;
import dev.davit.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns what the API server says into what a user can act on. */
final class Answers {
    private static final String PLAN_AGAIN = "make a new plan; nothing was changed on this object";

    private Answers() {}

    static ApplyException stale(String what, Object where) {
        return new ApplyException(Reason.STALE, what, where.toString(), PLAN_AGAIN, null);
    }

    static ApplyException refused(String what, Object where, String next) {
        return new ApplyException(Reason.REFUSED, what, where.toString(), next, null);
    }

    /** Explains an answer to an object of ours. */
    static ApplyException refused(Reply reply, Step step) {
        boolean secret = step.key().kind().equals("Secret");
        String message =
                secret ? step.body().map(it -> masked(reply.message(), it)).orElse("") : reply.message();
        return refused(message, step.key());
    }

    /** The server quotes what it cannot read: where a value of a Secret is of the wrong type, the whole value. */
    private static String masked(String message, MapNode body) {
        String out = message;
        for (String field : List.of("data", "stringData")) {
            for (Node value :
                    body.getMap(field).map(MapNode::entries).orElse(Map.of()).values()) {
                out = value instanceof ScalarNode && !value.toString().isEmpty()
                        ? out.replace(value.toString(), "(secret)")
                        : out;
            }
        }
        int quoted = out.indexOf("got &value.");
        return quoted < 0 ? out : out.substring(0, quoted) + "got something else";
    }

    /** Explains an answer that is not what was hoped for. */
    static ApplyException refused(Reply reply, Object where) {
        return refused(reply.message(), where);
    }

    private static ApplyException refused(String message, Object where) {
        return refused(
                "the API server refuses: " + Lines.visible(message),
                where,
                "change the definition so that the server takes it, then plan again");
    }

    static ApplyException interrupted(Object where) {
        Thread.currentThread().interrupt();
        return new ApplyException(
                Reason.UNAVAILABLE, "stopped while waiting", where.toString(), "run the same command again", null);
    }

    /** Says whether another manager has one of the fields with another value. */
    static boolean isFieldConflict(Reply reply) {
        return reply.conflict() && reply.causes().stream().map(Cause::reason).anyMatch("FieldManagerConflict"::equals);
    }

    /** Names the fields and who has them. */
    static String conflicts(Reply reply) {
        return reply.causes().stream()
                .map(it -> Lines.visible(it.field() + " (" + it.message() + ")"))
                .collect(Collectors.joining(", "));
    }
}
