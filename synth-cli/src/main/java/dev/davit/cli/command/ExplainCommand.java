package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Nearest;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.ExplainView;
import dev.davit.model.Spec;
import dev.davit.target.Synthesis;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints why each field of a resource's objects is as it is. */
@Command(
        name = "explain",
        description =
                "Show for each field that a resource becomes who asked for it: a line of the definition, the default set,"
                        + " or a rule of the target.")
public final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "RESOURCE",
            description = "The resource's id, or kind/id where two kinds share it: web, secret/hf-token.")
    private String resource;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SOURCE",
            defaultValue = ".",
            description = "FILE.java, folder of sources, JAR or Maven project. Default: this folder.")
    private Path source;

    @Mixin
    private SynthesisOptions synthesis;

    public ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Synthesis result = synthesis.synthesize(source, terminal);
        if (!result.assembly().problems().isEmpty()) {
            Findings.show(result, terminal);
            return ExitCode.FINDINGS;
        }
        terminal.out().print(ExplainView.of(result, spec(result)));
        return ExitCode.OK;
    }

    private Spec spec(Synthesis result) {
        List<Spec> specs = result.assembly().specs();
        List<Spec> found = specs.stream()
                .filter(it -> it.key().address().equals(resource) || it.id().equals(resource))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        List<Spec> offered = found.isEmpty() ? specs : found;
        throw new Failure(
                ExitCode.USAGE,
                found.isEmpty()
                        ? "there is no resource " + resource
                        : found.size() + " resources have the id " + resource,
                "davit explain",
                offered.isEmpty() ? "the definition has none" : "there are " + addresses(offered),
                Nearest.to(resource, specs.stream().map(Spec::id).toList())
                        .filter(meant -> found.isEmpty())
                        .map(meant -> "did you mean " + meant + "?")
                        .orElse("name one of them"));
    }

    private static String addresses(List<Spec> specs) {
        return specs.stream().map(it -> it.key().address()).collect(Collectors.joining(", "));
    }
}
