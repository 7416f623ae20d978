package dev.davit.cli;

import dev.davit.cli.command.Commands;
import java.io.PrintWriter;
import picocli.CommandLine;

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
        // Else Picocli looks at each start for Groovy, in every JAR file, and for types that no option has.
        System.setProperty("picocli.disable.closures", "true");
        System.setProperty("picocli.converters.excludes", ".*");
        System.exit(run(Commands.forArguments(terminal, args), terminal, args));
    }

    static int run(CommandLine commands, Terminal terminal, String... args) {
        Running running = new Running(commands, terminal);
        commands.setUsageHelpWidth(Math.max(NARROWEST_HELP, terminal.width()))
                .setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setExecutionStrategy(running)
                .setParameterExceptionHandler(running)
                .setExecutionExceptionHandler(running);
        try {
            return terminal.finish(commands.execute(args));
        } catch (Error fault) {
            return terminal.finish(terminal.show(Running.internal(fault)));
        }
    }
}
