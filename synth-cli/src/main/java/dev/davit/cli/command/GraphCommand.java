package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.GraphView;
import dev.davit.target.Images;
import dev.davit.target.Synthesis;
import dev.davit.target.Synthesizer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.OptionSpec;

/** Prints the resources of a definition and what needs what. */
final class GraphCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Argument<Path> source;
    private final DefinitionOptions definition;
    private final Argument<GraphView> format;

    GraphCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage().description("Draw the resources of a definition and what each needs.");
        source = DefinitionOptions.source(syntax);
        definition = new DefinitionOptions(syntax);
        format = syntax.choice(
                OptionSpec.builder("--format")
                        .paramLabel("FORMAT")
                        .defaultValue("text")
                        .description("${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}."),
                GraphView.values());
    }

    @Override
    public Integer call() {
        // No target is asked: who looks at a drawing does not wait for schemas.
        Synthesis result = definition.run(
                source.get(),
                terminal,
                (project, evaluation) -> new Synthesizer(List.of(), List.of(), LocalDate.now(ZoneOffset.UTC))
                        .synthesize(evaluation, Images.NONE));
        if (!result.assembly().problems().isEmpty()) {
            Findings.show(result, terminal);
            return ExitCode.FINDINGS;
        }
        terminal.out().print(format.get().draw(result.assembly()));
        return ExitCode.OK;
    }
}
