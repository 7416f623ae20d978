package dev.davit.cli;

import dev.davit.cli.command.Commands;
import dev.davit.target.OutputException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Start {@code davit}: parse, run one command, end with its code. */
public final class Main {
    private static final int NARROWEST_HELP = 55;

    private Main() {}

    /** Run the command line of this process. */
    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess();
        terminal.shieldFromUserCode();
        // Libraries log to SLF4J, and nobody reads that here; else it warns at each start that nobody does.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(run(Commands.forArguments(terminal, args), terminal, args));
    }

    static int run(CommandLine commands, Terminal terminal, String... args) {
        commands.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(Math.max(NARROWEST_HELP, terminal.width()))
                .setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setExecutionStrategy(parsed -> colored(commands, terminal, parsed))
                .setParameterExceptionHandler((fault, ignored) -> terminal.show(UsageFailure.of(fault)))
                .setExecutionExceptionHandler((fault, command, parsed) -> terminal.show(failure(fault)));
        try {
            return terminal.finish(commands.execute(args));
        } catch (Error fault) {
            return terminal.finish(terminal.show(internal(fault)));
        }
    }

    /** The colour option is known only now, and help is printed by what comes next. */
    private static int colored(CommandLine commands, Terminal terminal, ParseResult parsed) {
        commands.setColorScheme(Help.defaultColorScheme(terminal.colorsOut() ? Help.Ansi.ON : Help.Ansi.OFF));
        return new RunLast().execute(parsed);
    }

    private static Failure failure(Exception fault) {
        if (fault instanceof Failure failure) {
            return failure;
        }
        if (fault instanceof OutputException output) {
            return new Failure(ExitCode.CANNOT_WRITE, output.what(), output.where(), output.why(), output.next())
                    .causedBy(output);
        }
        return LiveFailure.of(fault).orElseGet(() -> internal(fault));
    }

    private static Failure internal(Throwable fault) {
        return new Failure(
                        ExitCode.INTERNAL,
                        "davit has a mistake and stopped",
                        "",
                        fault.toString(),
                        "run again with --verbose and report the stack trace that it shows")
                .causedBy(fault);
    }
}
