package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Terminal;
import java.util.concurrent.Callable;

/** Prints which Davit this is, and which Java runs it. */
final class VersionCommand implements Callable<Integer> {
    private final Terminal terminal;

    VersionCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage().description("Show the version of davit and of the Java that runs it.");
    }

    @Override
    public Integer call() {
        terminal.out().print(VersionText.text() + "\n");
        return ExitCode.OK;
    }
}
