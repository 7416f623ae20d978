package dev.davit.cli.command;

import dev.davit.apply.Release;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.OutputFormat;
import dev.davit.cli.view.ReleaseView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what was applied. */
@Command(name = "history", description = "List what was applied to a live place, newest first.")
public final class HistoryCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private StackOptions stack;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private OutputFormat format;

    public HistoryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return stack.with(terminal, (name, place) -> {
            List<Release> releases = place.releases(name.name(), name.stage()).list();
            if (format == OutputFormat.JSON) {
                terminal.out().print(ReleaseView.json(name.name(), name.stage(), releases));
            } else {
                terminal.out().print(ReleaseView.text(releases, terminal.width()));
            }
            if (releases.isEmpty()) {
                terminal.note("nothing was applied of " + name + " yet");
            }
            return ExitCode.OK;
        });
    }
}
