package dev.davit.render;

import dev.davit.check.Finding;
import dev.davit.document.Json;
import dev.davit.document.MapNode;
import dev.davit.render.blueprint.Blueprint;
import dev.davit.schema.JsonSchema;
import dev.davit.schema.Violation;
import dev.davit.target.Scope;
import dev.davit.target.Synthesized;
import dev.davit.target.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Turn a definition into a Render Blueprint, {@code render.yaml}. */
public final class BlueprintTarget implements Target {
    private static final Set<String> FINDINGS =
            Set.of("NET004", "RND004", "RND011", "RND012", "RND013", "RND014", "RND015", "RND016", "RND017");

    private static final String SCHEMA = "render-blueprint.schema.json";

    @Override
    public String name() {
        return "render";
    }

    @Override
    public Set<String> findingIds() {
        return FINDINGS;
    }

    @Override
    public Synthesized synthesize(Scope scope, Consumer<Finding> findings) {
        return Blueprint.of(scope, findings);
    }

    /** Check a Blueprint against Render's own schema of 2026-10-02. */
    @Override
    public List<Violation> validate(MapNode document) {
        return Official.SCHEMA.validate(document);
    }

    /** Give Render's own schema of 2026-10-02 as a document. */
    public static MapNode schema() {
        try (InputStream file = BlueprintTarget.class.getResourceAsStream(SCHEMA)) {
            return (MapNode) Json.read(SCHEMA, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read when a Blueprint is checked, not when the target is found. */
    private static final class Official {
        static final JsonSchema SCHEMA = JsonSchema.resource(BlueprintTarget.class, BlueprintTarget.SCHEMA);
    }
}
