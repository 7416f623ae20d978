package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.cli.command.ForeignFile.Platform;
import dev.davit.importing.ImportSource;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Says what is to be imported. */
final class ImportSourceOptions {
    private static final Path STANDARD_INPUT = Path.of("-");

    private final Argument<Path> path;
    private final Argument<Platform> from;
    private final Argument<Boolean> live;
    private final Argument<String> context;
    private final Argument<Boolean> sandbox;
    private final Argument<String> namespace;
    private final Argument<String> environment;
    private final Argument<String> selector;

    ImportSourceOptions(Syntax syntax) {
        path = syntax.path(
                PositionalParamSpec.builder()
                        .paramLabel("PATH")
                        .arity("0..1")
                        .description(
                                "A render.yaml, a file or a folder with Kubernetes objects, or - for what another tool prints. Left out with --live."));
        from = syntax.choice(
                OptionSpec.builder("--from")
                        .paramLabel("PLATFORM")
                        .description("${COMPLETION-CANDIDATES}. Default: what the file looks like."),
                Platform.values());
        live = syntax.flag(OptionSpec.builder("--live")
                .description(
                        "Import what is in a namespace of a cluster now; with --from render, what is in a workspace."));
        context = syntax.text(
                OptionSpec.builder("--context")
                        .paramLabel("NAME")
                        .description(
                                "The kubeconfig's context, with --live; on Render the workspace's name or id. Default: the current one."));
        sandbox = syntax.flag(OptionSpec.builder("--sandbox")
                .description("With --live, take Davit's own Render on this machine for the place."));
        namespace = syntax.text(
                OptionSpec.builder("--namespace")
                        .paramLabel("NAME")
                        .description(
                                "The namespace that is read with --live, and of objects that name none. Default: that of the others, else default."));
        environment = syntax.text(OptionSpec.builder("--environment")
                .paramLabel("PROJECT/NAME")
                .description("The environment of Render that is read with --live. Default: the whole workspace."));
        selector = syntax.text(
                OptionSpec.builder("--selector")
                        .paramLabel("WHICH")
                        .description(
                                "What is read with --live: labels, such as app=web; on Render names, such as web,db. Default: all."));
    }

    ForeignFile source(Terminal terminal) {
        if (live.get()) {
            return live();
        }
        require(context.given().isEmpty(), "--context", "it names a live place, and files need none");
        require(!sandbox.get(), "--sandbox", "it is a live place, and files need none");
        require(environment.given().isEmpty(), "--environment", "it names what is live, and of files all is imported");
        require(selector.given().isEmpty(), "--selector", "it selects live objects, and of files all is imported");
        Path named = path.given()
                .orElseThrow(() -> new Failure(
                        ExitCode.USAGE,
                        "there is nothing to import",
                        "davit import",
                        "it names neither a file nor --live",
                        "name a render.yaml, a folder with Kubernetes objects, or add --live"));
        if (named.equals(STANDARD_INPUT)) {
            String name = "standard input";
            return new ForeignFile(new ImportSource.Text(name, terminal.input(name), namespace.given()), from.given());
        }
        return new ForeignFile(new ImportSource.File(named, namespace.given()), from.given());
    }

    private ForeignFile live() {
        require(
                path.given().isEmpty(),
                "--live",
                "it reads what is live, and " + path.given().map(Path::toString).orElse("") + " is a file");
        boolean render = from.given().map(Platform.RENDER::equals).orElse(sandbox.get() || isGiven(environment));
        require(render || !sandbox.get(), "--sandbox", "Kubernetes has none");
        require(
                render || !isGiven(environment),
                "--environment",
                "Render has environments, and Kubernetes --namespace");
        require(!render || !isGiven(namespace), "--namespace", "Kubernetes has namespaces, and Render --environment");
        require(!sandbox.get() || !isGiven(context), "--sandbox --context", "a sandbox is a place of its own");
        return new ForeignFile(
                new ImportSource.Live(
                        context.given(),
                        render ? environment.given() : namespace.given(),
                        selector.given(),
                        Optional.of(sandbox.get()).filter(it -> it).map(it -> sandboxFile())),
                Optional.of(render ? Platform.RENDER : Platform.KUBERNETES));
    }

    private static boolean isGiven(Argument<String> option) {
        return option.given().isPresent();
    }

    private static Path sandboxFile() {
        return SandboxFile.of(
                new LiveChoice(Targets.onClassPath(), Optional.of(Platform.RENDER.toString()), true).sandboxed());
    }

    private static void require(boolean fits, String where, String why) {
        if (!fits) {
            throw new Failure(ExitCode.USAGE, "these do not fit together", where, why, "leave one of them out");
        }
    }
}
