package dev.davit.cli.command;

import dev.davit.apply.Release;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.OutputFormat;
import dev.davit.cli.view.ReleaseView;
import java.util.List;
import java.util.concurrent.Callable;

/** Lists what was applied. */
final class HistoryCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final StackOptions stack;
    private final Argument<OutputFormat> format;

    HistoryCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage().description("List what was applied to a live place, newest first.");
        stack = new StackOptions(syntax, terminal);
        format = ViewOptions.format(syntax);
    }

    @Override
    public Integer call() {
        return stack.with(terminal, (name, place) -> {
            List<Release> releases = place.releases(name.name(), name.stage()).list();
            if (format.get() == OutputFormat.JSON) {
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
