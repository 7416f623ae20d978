package dev.davit.render;

import dev.davit.apply.ApplyException;
import dev.davit.check.Finding;
import dev.davit.document.MapNode;
import dev.davit.model.Assembly;
import dev.davit.render.blueprint.Blueprint;
import dev.davit.render.blueprint.BlueprintSchema;
import dev.davit.render.sandbox.SharedSandbox;
import dev.davit.schema.Violation;
import dev.davit.target.ConnectOptions;
import dev.davit.target.Connection;
import dev.davit.target.RunningSandbox;
import dev.davit.target.SandboxTerms;
import dev.davit.target.SandboxedTarget;
import dev.davit.target.Scope;
import dev.davit.target.Synthesized;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Turn a definition into a Render Blueprint, {@code render.yaml}. */
public final class BlueprintTarget implements SandboxedTarget {
    private static final Set<String> FINDINGS =
            Set.of("NET004", "RND004", "RND011", "RND012", "RND013", "RND014", "RND015", "RND016", "RND017");

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
        return BlueprintSchema.check(document);
    }

    @Override
    public Optional<String> scope(Assembly assembly) {
        return Optional.empty();
    }

    @Override
    public RunningSandbox startSandbox(SandboxTerms terms) {
        return SharedSandbox.start(terms);
    }

    @Override
    public Connection connect(ConnectOptions options) {
        throw new ApplyException(
                ApplyException.Reason.UNAVAILABLE,
                "this davit cannot speak with Render yet",
                options.sandbox().map(it -> "sandbox in " + it).orElse("api.render.com"),
                "davit synth --target render writes a Blueprint that Render takes",
                null);
    }
}
