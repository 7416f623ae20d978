package dev.davit.render;

import dev.davit.check.Finding;
import dev.davit.document.MapNode;
import dev.davit.render.blueprint.Blueprint;
import dev.davit.schema.JsonSchema;
import dev.davit.schema.Violation;
import dev.davit.target.Scope;
import dev.davit.target.Synthesized;
import dev.davit.target.Target;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Turn a definition into a Render Blueprint, {@code render.yaml}. */
public final class BlueprintTarget implements Target {
    private static final Set<String> FINDINGS =
            Set.of("NET004", "RND004", "RND011", "RND012", "RND013", "RND014", "RND015", "RND016");

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

    /** Read when a Blueprint is checked, not when the target is found. */
    private static final class Official {
        static final JsonSchema SCHEMA = JsonSchema.resource(BlueprintTarget.class, "render-blueprint.schema.json");
    }
}
