package dev.davit.cli;

import dev.davit.schema.Nearest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Put a command line that cannot be parsed into our words. */
final class UsageFailure {
    private UsageFailure() {}

    static Failure of(ParameterException fault) {
        CommandLine command = fault.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String help = "run \"" + name + " --help\"";
        Optional<Failure> value = wrongValue(fault, name, help);
        if (value.isPresent()) {
            return value.get();
        }
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

    /** Picocli shows an enumeration by the names of its constants; a user types the lower-case ones. */
    private static Optional<Failure> wrongValue(ParameterException fault, String name, String help) {
        if (fault.getArgSpec() == null || !fault.getArgSpec().type().isEnum() || fault.getValue() == null) {
            return Optional.empty();
        }
        ArgSpec spec = fault.getArgSpec();
        String place = spec.isOption() ? ((OptionSpec) spec).longestName() : spec.paramLabel();
        String what = fault.getValue() + " is not a value of " + place;
        return Optional.of(new Failure(ExitCode.USAGE, what, name, "it takes " + choices(spec.type()), help));
    }

    private static String choices(Class<?> type) {
        List<String> all =
                Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
        return String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.get(all.size() - 1);
    }

    private static Collection<String> options(CommandLine command) {
        return new TreeSet<>(command.getCommandSpec().optionsMap().keySet());
    }

    private static String lowered(String message) {
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}
