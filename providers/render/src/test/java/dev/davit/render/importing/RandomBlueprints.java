package dev.davit.render.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import dev.davit.render.blueprint.BlueprintSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes Blueprints by Render's own schema: each field that it knows, with any value that it takes. */
final class RandomBlueprints {
    private static final MapNode SCHEMA = BlueprintSchema.document();

    /** What would end a literal, a line or a comment of Java, or be taken for something else by YAML. */
    private static final List<String> TEXTS = List.of(
            "text",
            "npm ci && npm start",
            "say \"hello\"",
            "back\\slash \\u000a \\\\u0022",
            "two\nlines and \"\"\" more",
            "three\n\nlines\n",
            " blanks  around ",
            "$HOME ${X} `id`",
            "ünï 日本 🚀",
            "it's",
            "# no comment",
            "// nor here */",
            "off",
            "1.10",
            "tab\there",
            "line\u2028separator \u202eturned",
            "bell\u0007",
            "long ".repeat(60).strip(),
            "x".repeat(300));

    private static final List<String> NAMES = List.of(
            "web",
            "api",
            "my_app",
            "Shop Web",
            "db",
            "jobs",
            "cache",
            "class",
            "infra",
            "w",
            "1st",
            "a/b~c",
            "x".repeat(60));

    private final Random random;
    private int names;

    RandomBlueprints(long seed) {
        random = new Random(seed);
    }

    /** Makes one that the schema takes. */
    MapNode blueprint() {
        while (true) {
            MapNode made = (MapNode) make(SCHEMA, "", 0);
            boolean named = Places.of(made).stream()
                    .anyMatch(it -> !it.items("services").isEmpty()
                            || !it.items("databases").isEmpty());
            if (named && BlueprintSchema.check(made).isEmpty()) {
                return made;
            }
        }
    }

    private Node make(MapNode schema, String field, int depth) {
        Optional<MapNode> target = schema.getText("$ref").map(RandomBlueprints::definition);
        if (target.isPresent()) {
            return make(target.get(), field, depth);
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            Optional<ListNode> choices = schema.getList(choice).filter(it -> !schema.has("properties"));
            if (choices.isPresent()) {
                return make((MapNode) pick(choices.get().items()), field, depth);
            }
        }
        if (schema.has("const")) {
            return schema.get("const").orElseThrow();
        }
        if (schema.getList("enum").isPresent()) {
            return pick(schema.getList("enum").get().items());
        }
        return schema.has("properties") || schema.has("allOf")
                ? object(schema, depth)
                : scalarOrList(schema, field, depth);
    }

    private static MapNode definition(String reference) {
        return SCHEMA.getMap("definitions")
                .flatMap(it -> it.getMap(reference.replaceAll(".*/", "")))
                .orElseThrow();
    }

    private Node object(MapNode schema, int depth) {
        MapNode node = new MapNode(null);
        List<String> required = new ArrayList<>();
        Map<String, MapNode> properties = new LinkedHashMap<>();
        collect(schema, properties, required);
        properties.forEach((name, property) -> {
            boolean old = property.get("deprecated").isPresent();
            boolean wanted = required.contains(name) || random.nextInt(100) < (depth == 0 ? 50 : 30);
            if (wanted && (!old || random.nextInt(4) == 0) && depth < 9) {
                node.put(name, make(property, name, depth + 1));
            }
        });
        return node;
    }

    private static void collect(MapNode schema, Map<String, MapNode> properties, List<String> required) {
        schema.getText("$ref").ifPresent(it -> collect(definition(it), properties, required));
        schema.getList("allOf").ifPresent(all -> all.forEach(it -> collect((MapNode) it, properties, required)));
        schema.getMap("properties")
                .ifPresent(it -> it.entries().forEach((name, property) -> {
                    if (property instanceof MapNode map) {
                        properties.put(name, map);
                    }
                }));
        schema.getList("required")
                .ifPresent(it -> it.forEach(name -> required.add(String.valueOf(((ScalarNode) name).value()))));
    }

    private Node scalarOrList(MapNode schema, String field, int depth) {
        Node type = schema.get("type").orElse(ScalarNode.of("string", null));
        String word = type instanceof ListNode types
                ? String.valueOf(pick(types.items()))
                : String.valueOf(((ScalarNode) type).value());
        return switch (word) {
            case "array" -> list(schema, field, depth);
            case "integer", "number" ->
                ScalarNode.of(
                        schema.getLong("minimum").orElse(1L) + random.nextInt(20) * (long) multiple(schema), null);
            case "boolean" -> ScalarNode.of(random.nextBoolean(), null);
            default -> ScalarNode.of(text(field), null);
        };
    }

    private static int multiple(MapNode schema) {
        return (int) (long) schema.getLong("multipleOf").orElse(1L);
    }

    private Node list(MapNode schema, String field, int depth) {
        ListNode list = new ListNode(null);
        int size = random.nextInt(field.equals("projects") || field.equals("environments") ? 2 : 4);
        for (int i = 0; i < size; i++) {
            list.add(make(schema.getMap("items").orElseThrow(), field, depth + 1));
        }
        return list;
    }

    private String text(String field) {
        return switch (field) {
            case "name" -> random.nextInt(3) == 0 ? pick(NAMES) + "-" + names++ : "name-" + names++;
            case "key", "envVarKey" -> "KEY_" + names++;
            case "schedule" -> pick(List.of("0 3 * * *", "*/5 * * * 1-5", "@daily"));
            case "source" -> pick(List.of("203.0.113.7/32", "/*", "/old"));
            case "mountPath" -> pick(List.of("/data", "/var/lib/x", "/with space"));
            case "url" -> pick(List.of("ghcr.io/acme/web:1", "nginx", "no image"));
            default -> pick(TEXTS);
        };
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
