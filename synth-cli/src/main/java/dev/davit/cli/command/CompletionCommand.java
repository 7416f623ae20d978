package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Terminal;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a completion script for a shell. */
@Command(
        name = "completion",
        description = "Print a completion script: source <(davit completion bash).",
        footer = {"", "fish: davit completion fish | source"})
public final class CompletionCommand implements Callable<Integer> {
    enum Shell {
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    private Shell shell;

    public CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.commandLine().getParent();
        // Picocli's bash script turns on zsh's own support for bash completions when it runs in zsh.
        terminal.out().print(shell == Shell.FISH ? FishCompletion.of(root) : AutoComplete.bash("davit", root));
        return ExitCode.OK;
    }
}
