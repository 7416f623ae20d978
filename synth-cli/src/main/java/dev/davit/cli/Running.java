package dev.davit.cli;

import dev.davit.target.OutputException;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Runs the command that a command line names, and shows what fails.
 *
 * <p>Lambdas would be shorter. The class archive of Java 17 has no interface as old as Picocli's that a lambda implements, and
 * looking for one in the JAR files takes a tenth of a short run.
 */
final class Running implements IExecutionStrategy, IParameterExceptionHandler, IExecutionExceptionHandler {
    private final CommandLine commands;
    private final Terminal terminal;

    Running(CommandLine commands, Terminal terminal) {
        this.commands = commands;
        this.terminal = terminal;
    }

    /** The colour option is known only now, and help is printed by what comes next. */
    @Override
    public int execute(ParseResult parsed) {
        commands.setColorScheme(Help.defaultColorScheme(terminal.colorsOut() ? Help.Ansi.ON : Help.Ansi.OFF));
        return new RunLast().execute(parsed);
    }

    @Override
    public int handleParseException(ParameterException fault, String[] args) {
        return terminal.show(UsageFailure.of(fault));
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        return terminal.show(failure(fault));
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

    static Failure internal(Throwable fault) {
        return new Failure(
                        ExitCode.INTERNAL,
                        "davit has a mistake and stopped",
                        "",
                        fault.toString(),
                        "run again with --verbose and report the stack trace that it shows")
                .causedBy(fault);
    }
}
