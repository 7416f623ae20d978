package dev.davit.cli.command;

import dev.davit.cli.ColorMode;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Terminal;
import dev.davit.cli.Verbosity;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root: options that every command has. */
@Command(
        name = "davit",
        header = "Infrastructure in plain Java, synthesized to a Render Blueprint or Kubernetes manifests.",
        versionProvider = VersionCommand.Provider.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        footer = {"", "Exit codes: davit help exit-codes"})
public final class DavitCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            order = 0,
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            order = 1,
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    public DavitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Option(
            names = "--color",
            order = 2,
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description = "Colour: ${COMPLETION-CANDIDATES}. Default: auto.")
    void color(ColorMode mode) {
        terminal.color(mode);
    }

    @Option(
            names = {"-v", "--verbose"},
            order = 3,
            scope = ScopeType.INHERIT,
            description = "Say more, and show stack traces.")
    void verbose(boolean on) {
        terminal.verbosity(Verbosity.VERBOSE);
    }

    @Option(
            names = {"-q", "--quiet"},
            order = 4,
            scope = ScopeType.INHERIT,
            description = "Say nothing but the result, warnings and errors.")
    void quiet(boolean on) {
        terminal.verbosity(Verbosity.QUIET);
    }

    @Override
    public Integer call() {
        CommandLine self = spec.commandLine();
        self.usage(self.getErr());
        return ExitCode.USAGE;
    }
}
