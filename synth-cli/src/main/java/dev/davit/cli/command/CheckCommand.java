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

/** Runs all checks on a definition. */
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Argument<Path> source;
    private final SynthesisOptions synthesis;
    private final Argument<OutputFormat> format;

    CheckCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage().description("Run all rules and schemas on a definition, and write nothing.");
        source = DefinitionOptions.source(syntax);
        synthesis = new SynthesisOptions(syntax);
        format = ViewOptions.format(syntax);
    }

    @Override
    public Integer call() {
        Synthesis result = synthesis.synthesize(source.get(), terminal);
        if (format.get() == OutputFormat.JSON) {
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
