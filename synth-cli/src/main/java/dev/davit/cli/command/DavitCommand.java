package dev.davit.cli.command;

import dev.davit.cli.ColorMode;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Terminal;
import dev.davit.cli.Verbosity;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The root: options that every command has. */
final class DavitCommand implements Callable<Integer> {
    private final Syntax syntax;

    DavitCommand(Syntax syntax, Terminal terminal) {
        this.syntax = syntax;
        syntax.usage()
                .header("Infrastructure in plain Java, synthesized to a Render Blueprint or Kubernetes manifests.")
                .synopsisSubcommandLabel("COMMAND")
                .sortOptions(false)
                .footer("", "Exit codes: davit help exit-codes");
        syntax.version(new VersionText());
        syntax.flag(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("Show this help."));
        syntax.flag(OptionSpec.builder("-V", "--version").versionHelp(true).description("Show the version."));
        syntax.choice(
                telling(ColorMode.class, terminal::color, "--color")
                        .paramLabel("WHEN")
                        .description("Colour: ${COMPLETION-CANDIDATES}. Default: auto."),
                ColorMode.values());
        syntax.flag(telling(Boolean.class, on -> terminal.verbosity(Verbosity.VERBOSE), "-v", "--verbose")
                .description("Say more, and show stack traces."));
        syntax.flag(telling(Boolean.class, on -> terminal.verbosity(Verbosity.QUIET), "-q", "--quiet")
                .description("Say nothing but the result, warnings and errors."));
    }

    /** Begins an option that every command has, and that nobody hears of unless it is there. */
    private static <T> OptionSpec.Builder telling(Class<T> type, Consumer<T> listener, String... names) {
        return OptionSpec.builder(names)
                .scopeType(ScopeType.INHERIT)
                .hasInitialValue(false)
                .setter(new Listener<>(type, listener));
    }

    @Override
    public Integer call() {
        CommandLine self = syntax.root();
        self.usage(self.getErr());
        return ExitCode.USAGE;
    }
}
