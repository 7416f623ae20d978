package dev.davit.cli.command;

import dev.davit.cli.Terminal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Makes the commands of davit, in the order of its help. */
public final class Commands {
    private static final List<String> NAMES = List.of(
            "init",
            "import",
            "synth",
            "check",
            "fmt",
            "explain",
            "graph",
            "validate",
            "diff",
            "plan",
            "apply",
            "status",
            "logs",
            "drift",
            "history",
            "rollback",
            "destroy",
            "unlock",
            "sandbox",
            "doctor",
            "help",
            "version",
            "completion");

    /** These tell about the others. */
    private static final Set<String> ASK_FOR_ALL = Set.of("help", "completion");

    private Commands() {}

    /** Makes them all. */
    public static CommandLine all(Terminal terminal) {
        return davit(terminal, NAMES);
    }

    /**
     * Makes the one that the first argument names. All of them cost more than a short command takes. Arguments that lead with an
     * option, or with no command's name, get all commands.
     */
    public static CommandLine forArguments(Terminal terminal, String... args) {
        if (args.length == 0 || ASK_FOR_ALL.contains(args[0]) || !NAMES.contains(args[0])) {
            return all(terminal);
        }
        return davit(terminal, List.of(args[0]));
    }

    private static CommandLine davit(Terminal terminal, List<String> names) {
        Syntax root = new Syntax("davit");
        CommandLine davit = root.commandLine(new DavitCommand(root, terminal));
        for (String name : names) {
            Syntax syntax = new Syntax(name);
            davit.addSubcommand(syntax.commandLine(command(name, syntax, terminal)));
        }
        return davit;
    }

    /** A map of method references would link all of them at every start. */
    private static Callable<Integer> command(String name, Syntax syntax, Terminal terminal) {
        return switch (name) {
            case "init" -> new InitCommand(syntax, terminal);
            case "import" -> new ImportCommand(syntax, terminal);
            case "synth" -> new SynthCommand(syntax, terminal);
            case "check" -> new CheckCommand(syntax, terminal);
            case "fmt" -> new FmtCommand(syntax, terminal);
            case "explain" -> new ExplainCommand(syntax, terminal);
            case "graph" -> new GraphCommand(syntax, terminal);
            case "validate" -> new ValidateCommand(syntax, terminal);
            case "diff" -> new DiffCommand(syntax, terminal);
            case "plan" -> new PlanCommand(syntax, terminal);
            case "apply" -> new ApplyCommand(syntax, terminal);
            case "status" -> new StatusCommand(syntax, terminal);
            case "logs" -> new LogsCommand(syntax, terminal);
            case "drift" -> new DriftCommand(syntax, terminal);
            case "history" -> new HistoryCommand(syntax, terminal);
            case "rollback" -> new RollbackCommand(syntax, terminal);
            case "destroy" -> new DestroyCommand(syntax, terminal);
            case "unlock" -> new UnlockCommand(syntax, terminal);
            case "sandbox" -> new SandboxCommand(syntax, terminal);
            case "doctor" -> new DoctorCommand(syntax, terminal);
            case "help" -> new HelpCommand(syntax, terminal);
            case "version" -> new VersionCommand(syntax, terminal);
            case "completion" -> new CompletionCommand(syntax, terminal);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
