package dev.davit.render;

import dev.davit.apply.Ticker;
import dev.davit.check.Finding;
import dev.davit.document.MapNode;
import dev.davit.model.Assembly;
import dev.davit.model.Desired;
import dev.davit.plan.Wanted;
import dev.davit.render.api.RenderApi;
import dev.davit.render.api.RenderApis;
import dev.davit.render.api.WorkspaceAccess;
import dev.davit.render.blueprint.Blueprint;
import dev.davit.render.blueprint.BlueprintSchema;
import dev.davit.render.compare.Outside;
import dev.davit.render.compare.Placed;
import dev.davit.render.sandbox.SharedSandbox;
import dev.davit.schema.Violation;
import dev.davit.target.ConnectOptions;
import dev.davit.target.Connection;
import dev.davit.target.RunningSandbox;
import dev.davit.target.SandboxTerms;
import dev.davit.target.SandboxedTarget;
import dev.davit.target.Scope;
import dev.davit.target.Synthesized;
import java.nio.file.Path;
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

    /** A Blueprint says in its lists where things are to be. */
    @Override
    public Wanted wanted(Desired desired) {
        Wanted wanted = SandboxedTarget.super.wanted(desired);
        return wanted.with(Placed.of(Blueprint.lists(desired), wanted.objects()).stream()
                .map(it -> Outside.mark(it, Blueprint.tokens(desired, it)))
                .toList());
    }

    @Override
    public Optional<String> scope(Assembly assembly) {
        return Optional.empty();
    }

    @Override
    public RunningSandbox startSandbox(SandboxTerms terms) {
        return SharedSandbox.start(terms);
    }

    /** Nothing is built in a sandbox, so that any repository stands for one that the definition does not name. */
    @Override
    public Connection connect(ConnectOptions options) {
        WorkspaceAccess access = access(options);
        return new RenderConnection(
                access.api(),
                access.chosen(),
                options.sandbox().isPresent()
                        ? Optional.of("https://example.com/this/repository")
                        : RemoteRepository.of(Path.of("").toAbsolutePath()),
                access.ticker(),
                access.afterwards());
    }

    /**
     * Find the way to a workspace, without any definition; sends nothing yet.
     *
     * @throws dev.davit.apply.ApplyException if there is no usable credential
     */
    public static WorkspaceAccess access(ConnectOptions options) {
        return options.sandbox().map(BlueprintTarget::toSandbox).orElseGet(() -> toRender(options));
    }

    private static WorkspaceAccess toSandbox(Path state) {
        SharedSandbox sandbox = SharedSandbox.join(state);
        Ticker ticker = Ticker.SYSTEM.faster(SandboxTerms.USUAL_SPEED);
        RenderApis apis = RenderApis.at(sandbox.address(), sandbox.apiKey()).ticking(ticker);
        RenderApi api = apis.connect();
        return new WorkspaceAccess(api, () -> apis.workspace(api, Optional.empty()), ticker, sandbox::close);
    }

    private static WorkspaceAccess toRender(ConnectOptions options) {
        RenderApis apis = RenderApis.ofThisProcess().telling(options.waits());
        RenderApi api = apis.connect();
        return new WorkspaceAccess(
                api, () -> apis.workspace(api, options.context().or(options::usual)), Ticker.SYSTEM, () -> {});
    }
}
