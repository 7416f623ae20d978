package dev.davit.cli.command;

import dev.davit.cli.Terminal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;

/** Makes the commands of davit, in the order of its help. */
public final class Commands {
    private static final Map<String, Function<Terminal, Object>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("init", InitCommand::new);
        ALL.put("synth", SynthCommand::new);
        ALL.put("check", CheckCommand::new);
        ALL.put("explain", ExplainCommand::new);
        ALL.put("graph", GraphCommand::new);
        ALL.put("diff", DiffCommand::new);
        ALL.put("plan", PlanCommand::new);
        ALL.put("apply", ApplyCommand::new);
        ALL.put("status", StatusCommand::new);
        ALL.put("drift", DriftCommand::new);
        ALL.put("history", HistoryCommand::new);
        ALL.put("rollback", RollbackCommand::new);
        ALL.put("destroy", DestroyCommand::new);
        ALL.put("unlock", UnlockCommand::new);
        ALL.put("doctor", DoctorCommand::new);
        ALL.put("help", HelpCommand::new);
        ALL.put("version", VersionCommand::new);
        ALL.put("completion", CompletionCommand::new);
    }

    /** These tell about the others. */
    private static final Set<String> ASK_FOR_ALL = Set.of("help", "completion");

    private Commands() {}

    /** Makes them all. */
    public static CommandLine all(Terminal terminal) {
        CommandLine root = new CommandLine(new DavitCommand(terminal));
        ALL.forEach((name, command) -> root.addSubcommand(name, command.apply(terminal)));
        return root;
    }

    /**
     * Makes the one that the first argument names. Picocli reads a command's annotations when it is added: all of them cost as
     * much as starting Java. Arguments that lead with an option, or with no command's name, get all commands.
     */
    public static CommandLine forArguments(Terminal terminal, String... args) {
        if (args.length == 0 || ASK_FOR_ALL.contains(args[0]) || !ALL.containsKey(args[0])) {
            return all(terminal);
        }
        return new CommandLine(new DavitCommand(terminal))
                .addSubcommand(args[0], ALL.get(args[0]).apply(terminal));
    }
}
