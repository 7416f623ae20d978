package dev.davit.cli;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Put a command line that cannot be parsed into our words. */
final class UsageFailure {
    private UsageFailure() {}

    static Failure of(ParameterException fault) {
        CommandLine command = fault.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String help = "run \"" + name + " --help\"";
        if (!(fault instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return new Failure(ExitCode.USAGE, lowered(fault.getMessage()), name, "", help);
        }
        String typed = unmatched.getUnmatched().get(0).split("=", 2)[0];
        boolean option = typed.startsWith("-");
        boolean verb = !option && !command.getSubcommands().isEmpty();
        Collection<String> names =
                option ? options(command) : command.getSubcommands().keySet();
        String next = Nearest.to(typed, names)
                .map(meant -> "did you mean " + meant + "? Else " + help)
                .orElse(help);
        String kind = option ? "option" : verb ? "command" : "argument";
        return new Failure(ExitCode.USAGE, "there is no " + kind + " " + typed, name, "", next);
    }

    private static Collection<String> options(CommandLine command) {
        return new TreeSet<>(command.getCommandSpec().optionsMap().keySet());
    }

    private static String lowered(String message) {
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}
