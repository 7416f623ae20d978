package dev.davit.schema;

import com.networknt.schema.Schema;
import dev.davit.document.MapNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Hold a JSON Schema of draft 2020-12 and check trees against it.
 *
 * <p>Nothing is loaded before the first check, which takes about 150 ms in a fresh JVM. {@code format} is
 * taken as a remark, as the draft says; a reference to another file is never followed.
 */
public final class JsonSchema {
    private final String text;
    private Schema schema;

    private JsonSchema(String text) {
        this.text = text;
    }

    /**
     * Read a schema that lies beside a class.
     *
     * @throws IllegalArgumentException if there is no such resource
     */
    public static JsonSchema resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no resource " + name + " beside " + owner.getName());
            }
            return new JsonSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Take a schema as text. */
    public static JsonSchema of(String json) {
        return new JsonSchema(json);
    }

    /**
     * Check a document. Of the alternatives of a choice, only what breaks the one that is nearest is reported.
     *
     * @throws tools.jackson.core.JacksonException if the schema itself is no JSON
     */
    public List<Violation> validate(MapNode document) {
        List<Failure> failures = loaded().validate(JsonTrees.of(document)).stream()
                .map(Failure::new)
                .toList();
        return new Choices(failures, this::declares)
                .nearest().stream()
                        .map(failure -> failure.violation(document))
                        .distinct()
                        .toList();
    }

    private boolean declares(String field) {
        return loaded().getSchemaNode().findValues("properties").stream().anyMatch(properties -> properties.has(field));
    }

    private synchronized Schema loaded() {
        if (schema == null) {
            schema = Vocabulary.registry().getSchema(JsonTrees.read(text));
        }
        return schema;
    }
}
