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
    private final Argument<String> namespace;
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
        live = syntax.flag(OptionSpec.builder("--live").description("Import what is in a namespace of a cluster now."));
        context = syntax.text(OptionSpec.builder("--context")
                .paramLabel("NAME")
                .description("The kubeconfig's context, with --live. Default: the current one."));
        namespace = syntax.text(
                OptionSpec.builder("--namespace")
                        .paramLabel("NAME")
                        .description(
                                "The namespace that is read with --live, and of objects that name none. Default: that of the others, else default."));
        selector = syntax.text(OptionSpec.builder("--selector")
                .paramLabel("LABELS")
                .description("Which objects are read with --live, such as app=web. Default: all."));
    }

    ForeignFile source(Terminal terminal) {
        Optional<Platform> platform = from.given();
        if (live.get()) {
            require(
                    path.given().isEmpty(),
                    "--live",
                    "it reads a cluster, and "
                            + path.given().map(Path::toString).orElse("") + " is a file");
            return new ForeignFile(
                    new ImportSource.Live(context.given(), namespace.given(), selector.given()), platform);
        }
        require(context.given().isEmpty(), "--context", "it names a cluster, and files need none");
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
            return new ForeignFile(new ImportSource.Text(name, terminal.input(name), namespace.given()), platform);
        }
        return new ForeignFile(new ImportSource.File(named, namespace.given()), platform);
    }

    private static void require(boolean fits, String where, String why) {
        if (!fits) {
            throw new Failure(ExitCode.USAGE, "these do not fit together", where, why, "leave one of them out");
        }
    }
}
