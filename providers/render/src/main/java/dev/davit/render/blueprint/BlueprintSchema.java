package dev.davit.render.blueprint;

import dev.davit.document.Json;
import dev.davit.document.MapNode;
import dev.davit.schema.JsonSchema;
import dev.davit.schema.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Hold Render's own schema of 2026-10-02 for Blueprints. */
public final class BlueprintSchema {
    private static final String FILE = "/dev/davit/render/render-blueprint.schema.json";

    private BlueprintSchema() {}

    /** Check a Blueprint. */
    public static List<Violation> check(MapNode document) {
        return Official.SCHEMA.validate(document);
    }

    /** Give the schema as a document. */
    public static MapNode document() {
        try (InputStream file = BlueprintSchema.class.getResourceAsStream(FILE)) {
            return (MapNode) Json.read(FILE, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read when a Blueprint is checked, not when the target is found. */
    private static final class Official {
        static final JsonSchema SCHEMA = JsonSchema.resource(BlueprintSchema.class, FILE);
    }
}
