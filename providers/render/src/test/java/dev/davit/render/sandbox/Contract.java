package dev.davit.render.sandbox;

import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import dev.davit.schema.JsonSchema;
import dev.davit.schema.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds answers against Render's API description. Stricter than it: an object may have no property that is not described, so that
 * a misspelt name is seen, and so that of the overlapping kinds of {@code serviceDetails} only one fits.
 */
final class Contract {
    private static final String REF = "#/components/schemas/";
    private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\":\"#/\\$defs/([^\"]+)\"");
    private static final String NEWER = "x-values-added-by-2026-10";
    private static final Set<String> REMARKS =
            Set.of("description", "example", "format", "nullable", "deprecated", NEWER);

    /** The details of an event by its type; the description leaves open which belong together. */
    private static final Map<String, String> OF_OTHER_NAME =
            Map.of("maintenance_mode_uri_updated", "maintenanceModeURIUpdatedEvent");

    private final MapNode description = read();
    private final MapNode schemas = map(description, "components", "schemas");
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    /**
     * Events are described as a type and one of many details. That says less than it means, and of details without properties
     * several always fit; here each type has its own. The cursor is in Render's own bytes of summer 2026 and was lost on the way
     * to this copy.
     */
    Contract() {
        MapNode page = map(schemas, "serviceEventWithCursor");
        map(page, "properties").put("cursor", new MapNode(null).put("type", "string"));
        page.getList("required").orElseThrow().add("cursor");
        for (String event : List.of("serviceEvent", "event")) {
            MapNode all = map(schemas, event);
            ListNode kinds = new ListNode(null);
            for (Node type : map(schemas, event + "Type").getList("enum").orElseThrow()) {
                String details = OF_OTHER_NAME.getOrDefault(type.toString(), camelCase(type.toString()) + "Event");
                schemas.getMap(details).ifPresent(it -> {
                    // Without properties it would be open to all.
                    if (!it.has("properties")) {
                        it.map("properties", null);
                    }
                    kinds.add(kind(all, type, details));
                });
            }
            schemas.put(event, new MapNode(null).put("anyOf", kinds));
        }
    }

    private static MapNode kind(MapNode event, Node type, String details) {
        MapNode kind = event.copy();
        map(kind, "properties")
                .put("type", new MapNode(null).put("enum", new ListNode(null).add(type)))
                .put("details", new MapNode(null).put("$ref", REF + details));
        return kind;
    }

    private static String camelCase(String type) {
        return Pattern.compile("_([a-z])")
                .matcher(type)
                .replaceAll(it -> it.group(1).toUpperCase());
    }

    private static MapNode read() {
        try (InputStream in = Contract.class.getResourceAsStream("render-openapi.json")) {
            return (MapNode) Json.read("render-openapi.json", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MapNode map(MapNode from, String... keys) {
        MapNode found = from;
        for (String key : keys) {
            found = found.getMap(key).orElseThrow(() -> new IllegalArgumentException("no " + key));
        }
        return found;
    }

    /** Gives every documented operation as the sandbox names it, such as {@code GET /services/{}}. */
    Set<String> operations() {
        Set<String> all = new TreeSet<>();
        map(description, "paths")
                .entries()
                .forEach((path, item) -> ((MapNode) item)
                        .entries()
                        .keySet()
                        .forEach(method -> all.add(method.toUpperCase() + " " + path.replaceAll("\\{[^}]*}", "{}"))));
        all.removeIf(it -> !it.matches("(GET|POST|PUT|PATCH|DELETE) .*"));
        return all;
    }

    /** Says what is wrong with an answer; empty if nothing is. */
    List<String> violations(Client.Exchange exchange) {
        String path = exchange.path().replaceFirst("\\?.*", "");
        Optional<String> template = template(path, exchange.method());
        if (template.isEmpty()) {
            return List.of(exchange.method() + " " + path + " is not described");
        }
        String where = exchange.method() + " " + template.get() + " " + exchange.status();
        MapNode responses =
                map(description, "paths", template.get(), exchange.method().toLowerCase(), "responses");
        Optional<MapNode> response = responses.getMap(String.valueOf(exchange.status()));
        if (response.isEmpty()) {
            return List.of(where + ": the status is not described");
        }
        MapNode resolved = response.get()
                .getText("$ref")
                .map(it -> map(description, "components", "responses", it.substring(it.lastIndexOf('/') + 1)))
                .orElse(response.get());
        Optional<MapNode> schema = resolved.getMap("content")
                .flatMap(it -> it.getMap("application/json"))
                .flatMap(it -> it.getMap("schema"));
        if (schema.isEmpty()) {
            return exchange.response().body().length == 0 ? List.of() : List.of(where + ": there is a body");
        }
        return compiled
                .computeIfAbsent(where, it -> compile(schema.get()))
                .validate(new MapNode(null).put("body", exchange.body()))
                .stream()
                .map(it -> where + ": " + words(it))
                .toList();
    }

    private static String words(Violation violation) {
        return violation.pointer() + " " + violation.message();
    }

    private Optional<String> template(String path, String method) {
        return map(description, "paths").entries().entrySet().stream()
                .filter(it -> ((MapNode) it.getValue()).has(method.toLowerCase()))
                .map(Map.Entry::getKey)
                .filter(it -> path.matches(it.replaceAll("\\{[^}]*}", "[^/]+")))
                .min(Comparator.comparing(it -> it.replaceAll("[^{]", "").length()));
    }

    private JsonSchema compile(MapNode schema) {
        MapNode root = new MapNode(null).put("type", "object");
        root.map("properties", null).put("body", closed(schema, true));
        Map<String, Node> definitions = new TreeMap<>();
        List<String> open = new ArrayList<>(references(root));
        while (!open.isEmpty()) {
            String name = open.remove(0);
            if (!definitions.containsKey(name)) {
                Node definition = closed(map(schemas, name), true);
                definitions.put(name, definition);
                open.addAll(references(definition));
            }
        }
        root.put("$defs", definitions);
        return JsonSchema.of(Json.compact(root));
    }

    private static List<String> references(Node node) {
        List<String> found = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(Json.compact(node));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private Node closed(Node node, boolean close) {
        if (node instanceof ListNode list) {
            ListNode copy = new ListNode(null);
            list.forEach(it -> copy.add(closed(it, true)));
            return copy;
        }
        if (!(node instanceof MapNode map)) {
            return node;
        }
        MapNode copy = new MapNode(null);
        map.entries().forEach((key, value) -> {
            if (key.equals("properties")) {
                MapNode properties = copy.map(key, null);
                ((MapNode) value).entries().forEach((name, it) -> properties.put(name, closed(it, true)));
            } else if (key.equals("allOf")) {
                ListNode parts = copy.list(key, null);
                ((ListNode) value).forEach(it -> parts.add(opened((MapNode) it)));
            } else if (key.equals("$ref")) {
                copy.put(key, value.toString().replace(REF, "#/$defs/"));
            } else if (!REMARKS.contains(key) || !(value instanceof ScalarNode) && !(value instanceof ListNode)) {
                copy.put(key, closed(value, true));
            }
        });
        // Plans that are newer than the description are beside its list.
        map.getList(NEWER).ifPresent(it -> it.forEach(copy.getList("enum").orElseThrow()::add));
        if (close && copy.has("properties") && !copy.has("additionalProperties")) {
            copy.put("additionalProperties", false);
        }
        return copy;
    }

    /** What is one part of several knows only its own properties. */
    private Node opened(MapNode part) {
        return part.getText("$ref")
                .map(it -> closed(map(schemas, it.substring(REF.length())), false))
                .orElseGet(() -> closed(part, false));
    }
}
