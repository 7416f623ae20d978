package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.ExplainView;
import dev.davit.model.Spec;
import dev.davit.schema.Nearest;
import dev.davit.target.Synthesis;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Prints why each field of a resource's objects is as it is. */
final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Argument<String> resource;
    private final Argument<Path> source;
    private final SynthesisOptions synthesis;

    ExplainCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage()
                .description(
                        "Show for each field that a resource becomes who asked for it: a line of the definition, the default set,"
                                + " or a rule of the target.");
        resource = syntax.text(PositionalParamSpec.builder()
                .required(true)
                .paramLabel("RESOURCE")
                .description("The resource's id, or kind/id where two kinds share it: web, secret/hf-token."));
        source = DefinitionOptions.source(syntax);
        synthesis = new SynthesisOptions(syntax);
    }

    @Override
    public Integer call() {
        Synthesis result = synthesis.objects(source.get(), terminal);
        if (!result.assembly().problems().isEmpty()) {
            Findings.show(result, terminal);
            return ExitCode.FINDINGS;
        }
        terminal.out().print(ExplainView.of(result, spec(result)));
        return ExitCode.OK;
    }

    private Spec spec(Synthesis result) {
        String resource = this.resource.get();
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
