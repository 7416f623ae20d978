package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.FindingsView;
import dev.davit.cli.view.OutputFormat;
import dev.davit.cli.view.ReportView;
import dev.davit.target.Synthesis;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs all checks on a definition. */
@Command(name = "check", description = "Run all rules and schemas on a definition, and write nothing.")
public final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SOURCE",
            defaultValue = ".",
            description = "FILE.java, folder of sources, JAR or Maven project. Default: this folder.")
    private Path source;

    @Mixin
    private SynthesisOptions synthesis;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private OutputFormat format;

    public CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Synthesis result = synthesis.synthesize(source, terminal);
        if (format == OutputFormat.JSON) {
            terminal.out().print(ReportView.of("check", !result.stopped(), result, "", List.of()));
        } else {
            FindingsView view = new FindingsView(result.findings(), terminal.colorsOut());
            String count = view.count();
            terminal.out()
                    .print(view.text(terminal.width()) + view.muted(terminal.width())
                            + (count.isEmpty() ? "no findings" : count) + "\n");
        }
        return result.stopped() ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
