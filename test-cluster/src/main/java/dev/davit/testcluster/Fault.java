package dev.davit.testcluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** What befalls a request on its way through a {@link FaultProxy}. */
@FunctionalInterface
public interface Fault {
    /** Act on the request. */
    void strike(Exchange exchange) throws IOException, InterruptedException;

    /** One request and its connection. */
    interface Exchange {
        /** Have the server do it. */
        Answer forward() throws IOException, InterruptedException;

        /** Send the first so many bytes of an answer, and close the connection if that is not all of it. */
        void reply(Answer answer, int bytes) throws IOException;

        /** Close the connection without a word. */
        void cut();
    }

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param headers a few headers
     * @param body the bytes
     */
    record Answer(int status, Map<String, String> headers, byte[] body) {}

    /** Close the connection; the server never learns of the request. */
    static Fault cutBefore() {
        return Exchange::cut;
    }

    /** Have the server act, then close the connection in place of an answer. */
    static Fault cutAfter() {
        return exchange -> {
            exchange.forward();
            exchange.cut();
        };
    }

    /** Have the server act, and send half of what it says. */
    static Fault truncated() {
        return exchange -> {
            Answer answer = exchange.forward();
            exchange.reply(answer, answer.body().length / 2);
        };
    }

    /** Have the server act, and send a body that claims to be whole and is half. */
    static Fault halfJson() {
        return exchange -> {
            Answer whole = exchange.forward();
            byte[] half = java.util.Arrays.copyOf(whole.body(), whole.body().length / 2);
            exchange.reply(new Answer(whole.status(), whole.headers(), half), half.length);
        };
    }

    /** Have the server act, and keep the answer back for some time. */
    static Fault slow(Duration time) {
        return exchange -> {
            Answer answer = exchange.forward();
            Thread.sleep(time.toMillis());
            exchange.reply(answer, answer.body().length);
        };
    }

    /** Do something once the server has acted and before the answer goes on its way. */
    static Fault then(Runnable work) {
        return exchange -> {
            Answer answer = exchange.forward();
            work.run();
            exchange.reply(answer, answer.body().length);
        };
    }

    /** Answer in the server's place, with a {@code Status} as API servers write it. */
    static Fault status(int code, String reason, String message) {
        return status(code, reason, message, Map.of(), "");
    }

    /** Ask for a pause of whole seconds in the server's place, as its fairness does. */
    static Fault tooMany(int seconds) {
        return status(
                429, "TooManyRequests", "too many requests", Map.of("Retry-After", Integer.toString(seconds)), "");
    }

    /** Lose a race for a quota in the server's place: a conflict that passes by itself. */
    static Fault quotaRace() {
        return status(
                409,
                "Conflict",
                "Operation cannot be fulfilled on resourcequotas \"all\": the object has been modified",
                Map.of(),
                "resourcequotas");
    }

    private static Fault status(int code, String reason, String message, Map<String, String> headers, String kind) {
        String details = kind.isEmpty() ? "" : ", \"details\": {\"kind\": \"" + kind + "\"}";
        String body = """
                {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure", "code": %d, "reason": "%s", "message": "%s"%s}
                """.formatted(code, reason, message.replace("\"", "\\\""), details);
        Map<String, String> all = new java.util.TreeMap<>(headers);
        all.put("Content-Type", "application/json");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return exchange -> exchange.reply(new Answer(code, all, bytes), bytes.length);
    }
}
