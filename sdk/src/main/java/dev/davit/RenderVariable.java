package dev.davit;

import dev.davit.document.MapNode;
import dev.davit.model.ResourceKey;
import dev.davit.model.SettingValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Say where Render takes a variable's value from, where the definition's own words do not reach: properties that only Render has,
 * variables of other services, and what the definition does not create.
 *
 * <p>Words for types and properties are those of the Blueprint, and may be newer than Davit; source:
 * https://render.com/docs/blueprint-spec, "Environment variables".
 */
public final class RenderVariable implements SettingValue {
    private final Handle resource;
    private final String field;
    private final Map<String, String> words;

    private RenderVariable(Handle resource, String field, Map<String, String> words) {
        if (resource instanceof Secret
                || resource instanceof EnvGroup
                || resource instanceof ModelArtifact
                || resource instanceof Job) {
            throw new IllegalArgumentException("RenderVariable takes nothing from " + resource.key()
                    + ": it is no service and no database on Render; name one of these");
        }
        this.resource = resource;
        this.field = field;
        this.words = words;
    }

    /**
     * Take a property of a database, store or service of this definition, such as {@code "connectionPoolString"}.
     *
     * @throws IllegalArgumentException if the resource is none of these on Render
     */
    public static RenderVariable of(Handle resource, String property) {
        return new RenderVariable(resource, "property", Map.of("property", property));
    }

    /** Take a property of a database that this definition does not create. */
    public static RenderVariable ofDatabase(String name, String property) {
        return new RenderVariable(null, "fromDatabase", words("name", name, "property", property));
    }

    /** Take a property of a service that this definition does not create; the type is {@code web}, {@code pserv}, ... */
    public static RenderVariable ofService(String type, String name, String property) {
        return new RenderVariable(null, "fromService", words("type", type, "name", name, "property", property));
    }

    /** Copy a variable of a workload of this definition. */
    public static RenderVariable copy(Handle workload, String key) {
        return new RenderVariable(workload, "envVarKey", Map.of("envVarKey", key));
    }

    /** Copy a variable of a service that this definition does not create; the type is {@code web}, {@code pserv}, ... */
    public static RenderVariable copy(String type, String name, String key) {
        return new RenderVariable(null, "fromService", words("type", type, "name", name, "envVarKey", key));
    }

    /** Take a text, for a variable whose name the definition's own words do not take: {@code app.mode}. */
    public static RenderVariable text(String value) {
        return new RenderVariable(null, "value", words("value", value));
    }

    /** Let Render ask a person for the value when the Blueprint is created. */
    public static RenderVariable asked() {
        return new RenderVariable(null, "sync", Map.of());
    }

    /** Let Render make a value of 256 random bits, once. */
    public static RenderVariable generated() {
        return new RenderVariable(null, "generateValue", Map.of());
    }

    private static Map<String, String> words(String... pairs) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            words.put(pairs[i], Objects.requireNonNull(pairs[i + 1], pairs[i]));
        }
        return words;
    }

    /** Give the resource of the definition that it is taken from, if it is one. */
    public Optional<ResourceKey> resource() {
        return Optional.ofNullable(resource).map(Handle::key);
    }

    /** Give the Blueprint's field: {@code sync}, {@code generateValue}, {@code fromService}...; what is taken where a resource is known. */
    public String field() {
        return field;
    }

    /** Say whether it stands for a value by itself: a text, asked or generated. */
    public boolean isPlain() {
        return field.equals("sync") || field.equals("generateValue") || field.equals("value");
    }

    /** Give the words below that field. */
    public Map<String, String> words() {
        return words;
    }

    @Override
    public List<ResourceKey> resources() {
        return resource().stream().toList();
    }

    @Override
    public MapNode toNode() {
        MapNode node =
                new MapNode(null).put("field", field).put("resource", resource().map(ResourceKey::address), null);
        words.forEach(node::put);
        return node;
    }

    @Override
    public String toString() {
        return switch (field) {
            case "sync" -> "RenderVariable.asked()";
            case "value" -> JavaText.call("RenderVariable.text", words.get("value"));
            case "generateValue" -> "RenderVariable.generated()";
            default -> {
                List<Object> arguments = new ArrayList<>();
                resource().ifPresent(it -> arguments.add(resource));
                arguments.addAll(words.values());
                boolean copied = words.containsKey("envVarKey");
                String method = copied
                        ? "copy"
                        : field.equals("fromDatabase") ? "ofDatabase" : resource == null ? "ofService" : "of";
                yield JavaText.call("RenderVariable." + method, arguments.toArray());
            }
        };
    }
}
