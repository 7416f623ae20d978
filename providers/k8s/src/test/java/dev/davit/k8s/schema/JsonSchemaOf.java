package dev.davit.k8s.schema;

import dev.davit.document.Json;
import dev.davit.document.MapNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Say in JSON Schema what the server publishes of a kind, so that another validator can read it. */
final class JsonSchemaOf {
    private static final Map<String, Object> NOT_EMPTY = Map.of("minLength", 1, "minItems", 1, "minProperties", 1);

    private final Definitions definitions;
    private final Map<String, Object> written = new HashMap<>();

    private JsonSchemaOf(Definitions definitions) {
        this.definitions = definitions;
    }

    static String kind(ManifestKind kind, Definitions definitions) {
        JsonSchemaOf schema = new JsonSchemaOf(definitions);
        Object root = schema.type(new Type.Defined(kind.definition()));
        MapNode document = new MapNode(null).put("allOf", List.of(root)).put("$defs", schema.written);
        return Json.write(document);
    }

    private Object type(Type type) {
        if (type instanceof Type.Defined defined) {
            if (!written.containsKey(defined.definition())) {
                written.put(defined.definition(), Map.of());
                written.put(defined.definition(), object(definitions.object(defined.definition())));
            }
            return Map.of("$ref", "#/$defs/" + defined.definition());
        }
        if (type instanceof Type.Entries entries) {
            return Map.of("type", "object", "additionalProperties", type(entries.value()));
        }
        if (type instanceof Type.One one) {
            return one(one);
        }
        return list(type);
    }

    private Object list(Type type) {
        if (type instanceof Type.Set set) {
            return Map.of("type", "array", "items", type(set.item()), "uniqueItems", true);
        }
        Type item = type instanceof Type.Items items ? items.item() : ((Type.Keyed) type).item();
        return Map.of("type", "array", "items", type(item));
    }

    private Object object(ObjectType type) {
        Map<String, Object> properties = new HashMap<>();
        type.fields().forEach((name, field) -> {
            Object schema = type(field.type());
            properties.put(name, field.filled() ? Map.of("allOf", List.of(schema, NOT_EMPTY)) : schema);
        });
        return Map.of(
                "type", "object", "properties", properties, "required", type.required(), "additionalProperties", false);
    }

    private static Object one(Type.One one) {
        Map<String, Object> schema = new HashMap<>(format(one.format()));
        Limits limits = one.limits();
        if (!limits.allowed().isEmpty()) {
            schema.put("enum", new ArrayList<>(limits.allowed()));
        }
        if (limits.least() != null) {
            schema.put("minimum", limits.least());
        }
        if (limits.most() != null) {
            schema.put("maximum", limits.most());
        }
        if (limits.pattern() != null) {
            schema.put("pattern", limits.pattern().pattern());
        }
        return schema;
    }

    private static Map<String, Object> format(Format format) {
        return switch (format) {
            case ANY -> Map.of();
            case STRING -> Map.of("type", "string");
            case BOOL -> Map.of("type", "boolean");
            case INT32 -> whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case INT64 -> whole(Long.MIN_VALUE, Long.MAX_VALUE);
            case NUMBER -> Map.of("type", "number");
            case INTSTR ->
                Map.of("anyOf", List.of(whole(Integer.MIN_VALUE, Integer.MAX_VALUE), Map.of("type", "string")));
            case QUANTITY ->
                Map.of(
                        "type",
                        List.of("string", "number"),
                        "pattern",
                        "^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$");
            case TIME -> Map.of("type", "string", "format", "date-time");
            case BYTES ->
                Map.of("type", "string", "pattern", "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$");
            default -> throw new IllegalStateException("the server publishes no format " + format);
        };
    }

    private static Map<String, Object> whole(long least, long most) {
        return Map.of("type", "integer", "minimum", least, "maximum", most);
    }
}
