package dev.davit.cli.command;

import dev.davit.cli.Terminal;
import dev.davit.cli.view.FindingsView;
import dev.davit.target.Synthesis;

/** Shows findings where warnings go. */
final class Findings {
    private Findings() {}

    static void show(Synthesis synthesis, Terminal terminal) {
        terminal.err().print(new FindingsView(synthesis.findings(), terminal.colorsErr()).text(terminal.width()));
        terminal.err().flush();
    }
}
