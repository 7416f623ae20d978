package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.FindingsView;
import dev.davit.cli.view.ReportFormat;
import dev.davit.cli.view.ReportView;
import dev.davit.cli.view.SarifView;
import dev.davit.target.Synthesis;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.OptionSpec;

/** Runs all checks on a definition. */
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Argument<Path> source;
    private final SynthesisOptions synthesis;
    private final Argument<ReportFormat> format;

    CheckCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage()
                .description(
                        "Run all rules and schemas on a definition, and write nothing.",
                        "SOURCE can be a render.yaml, too: then all is told of its lines.");
        source = DefinitionOptions.source(syntax);
        synthesis = new SynthesisOptions(syntax);
        format = syntax.choice(
                OptionSpec.builder("--output")
                        .paramLabel("FORMAT")
                        .defaultValue("text")
                        .description("${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}."),
                ReportFormat.values());
    }

    @Override
    public Integer call() {
        Synthesis result = ForeignFile.is(source.get())
                ? synthesis.check(ForeignFile.of(source.get()))
                : synthesis.objects(source.get(), terminal);
        if (format.get() == ReportFormat.SARIF) {
            terminal.out().print(SarifView.of(VersionText.version(), result.findings()));
        } else if (format.get() == ReportFormat.JSON) {
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
