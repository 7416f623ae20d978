package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Terminal;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Prints a completion script for a shell. */
final class CompletionCommand implements Callable<Integer> {
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
    private final Syntax syntax;
    private final Argument<Shell> shell;

    CompletionCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        this.syntax = syntax;
        syntax.usage()
                .description("Print a completion script: source <(davit completion bash).")
                .footer("", "fish: davit completion fish | source");
        shell = syntax.choice(
                PositionalParamSpec.builder()
                        .required(true)
                        .paramLabel("SHELL")
                        .description("${COMPLETION-CANDIDATES}"),
                Shell.values());
    }

    @Override
    public Integer call() {
        CommandLine root = syntax.root();
        // Picocli's bash script turns on zsh's own support for bash completions when it runs in zsh.
        terminal.out().print(shell.get() == Shell.FISH ? FishCompletion.of(root) : AutoComplete.bash("davit", root));
        return ExitCode.OK;
    }
}
