package dev.davit.render.sandbox;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.schema.JsonSchema;
import dev.davit.schema.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses bodies that do not fit the API's description; see {@code render-requests.md} beside the resource for where the definitions
 * come from.
 */
final class RequestSchemas {
    private static final String DEFINITIONS = load();
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    private RequestSchemas() {}

    /**
     * Checks a body, or the part of one at a place.
     *
     * @throws Problem naming the place and the rule, never the value: it may be a secret
     */
    static void check(String definition, Node body, String at) {
        List<Violation> violations = SCHEMAS.computeIfAbsent(definition, RequestSchemas::schema)
                .validate(new MapNode(null).put("body", body));
        if (!violations.isEmpty()) {
            Violation first = violations.get(0);
            String place = at + first.pointer().replaceFirst("^/body", "");
            throw Problem.badRequest("invalid body" + (place.isEmpty() ? "" : " at " + place) + ": " + first.message());
        }
    }

    private static JsonSchema schema(String definition) {
        return JsonSchema.of("{\"type\":\"object\",\"properties\":{\"body\":{\"$ref\":\"#/$defs/" + definition
                + "\"}},\"$defs\":" + DEFINITIONS + "}");
    }

    private static String load() {
        try (InputStream in = RequestSchemas.class.getResourceAsStream("render-requests.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
