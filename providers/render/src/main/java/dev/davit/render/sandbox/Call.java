package dev.davit.render.sandbox;

import dev.davit.document.DocumentException;
import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds one request as an operation sees it.
 *
 * @param method the method
 * @param path the path below the version, such as {@code /services}
 * @param query the values of each query parameter
 * @param headers the first value of each header, names in small letters
 * @param content the body
 * @param variables what the template's variables stand for, in order; empty before routing
 * @param now when it is handled
 * @param asOf lists show what was made until then
 */
record Call(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        byte[] content,
        List<String> variables,
        Instant now,
        Instant asOf) {

    /** Holds a request whose lists are up to date. */
    Call(
            String method,
            String path,
            Map<String, List<String>> query,
            Map<String, String> headers,
            byte[] content,
            List<String> variables,
            Instant now) {
        this(method, path, query, headers, content, variables, now, now);
    }

    Call routed(List<String> values) {
        return new Call(method, path, query, headers, content, values, now, asOf);
    }

    /** Gives the same with lists that are behind. */
    Call late(Duration by) {
        return new Call(method, path, query, headers, content, variables, now, now.minus(by));
    }

    boolean isRead() {
        return method.equals("GET");
    }

    String variable(int index) {
        return variables.get(index);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Gives the values of a parameter; lists come as {@code a,b} or as the parameter said twice. */
    List<String> all(String name) {
        return query.getOrDefault(name, List.of()).stream()
                .flatMap(it -> Arrays.stream(it.split(",")))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    Optional<String> one(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    Optional<Instant> time(String name) {
        try {
            return one(name).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw Problem.badRequest(name + " is not a time in RFC 3339");
        }
    }

    /** Reads the body and checks it against a definition of the API's description. */
    Entity body(String definition) {
        Node body = read();
        if (!(body instanceof MapNode map)) {
            throw Problem.badRequest("the body is not a JSON object");
        }
        RequestSchemas.check(definition, body, "");
        return new Entity(map);
    }

    ListNode bodyList(String definition) {
        Node body = read();
        if (!(body instanceof ListNode list)) {
            throw Problem.badRequest("the body is not a JSON array");
        }
        RequestSchemas.check(definition, body, "");
        return list;
    }

    private Node read() {
        try {
            return Json.read("body", content);
        } catch (DocumentException e) {
            // Its message may quote the text, and the text may be a secret.
            throw Problem.badRequest("the body is not JSON that can be read");
        }
    }

    /** Writes it for messages: neither query nor body may show there. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
