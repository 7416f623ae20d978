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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the resources of a definition and what needs what. */
@Command(name = "graph", description = "Draw the resources of a definition and what each needs.")
public final class GraphCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SOURCE",
            defaultValue = ".",
            description = "FILE.java, folder of sources, JAR or Maven project. Default: this folder.")
    private Path source;

    @Mixin
    private DefinitionOptions definition;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private GraphView format;

    public GraphCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        // No target is asked: who looks at a drawing does not wait for schemas.
        Synthesis result = definition.run(
                source,
                terminal,
                (project, evaluation) -> new Synthesizer(List.of(), List.of(), LocalDate.now(ZoneOffset.UTC))
                        .synthesize(evaluation, Images.NONE));
        if (!result.assembly().problems().isEmpty()) {
            Findings.show(result, terminal);
            return ExitCode.FINDINGS;
        }
        terminal.out().print(format.draw(result.assembly()));
        return ExitCode.OK;
    }
}
