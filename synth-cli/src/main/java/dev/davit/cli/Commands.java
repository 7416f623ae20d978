package dev.davit.cli;

import dev.davit.cli.command.ApplyCommand;
import dev.davit.cli.command.CheckCommand;
import dev.davit.cli.command.CompletionCommand;
import dev.davit.cli.command.DavitCommand;
import dev.davit.cli.command.DestroyCommand;
import dev.davit.cli.command.DiffCommand;
import dev.davit.cli.command.DoctorCommand;
import dev.davit.cli.command.DriftCommand;
import dev.davit.cli.command.ExplainCommand;
import dev.davit.cli.command.GraphCommand;
import dev.davit.cli.command.HelpCommand;
import dev.davit.cli.command.HistoryCommand;
import dev.davit.cli.command.InitCommand;
import dev.davit.cli.command.PlanCommand;
import dev.davit.cli.command.RollbackCommand;
import dev.davit.cli.command.StatusCommand;
import dev.davit.cli.command.SynthCommand;
import dev.davit.cli.command.UnlockCommand;
import dev.davit.cli.command.VersionCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;

/** The commands of davit, in the order of its help. */
final class Commands {
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

    static CommandLine all(Terminal terminal) {
        CommandLine root = new CommandLine(new DavitCommand(terminal));
        ALL.forEach((name, command) -> root.addSubcommand(name, command.apply(terminal)));
        return root;
    }

    /**
     * The one command that the first argument names. Picocli reads a command's annotations when it is added: all of them cost as
     * much as starting Java. Arguments that lead with an option, or with no command's name, get all commands.
     */
    static CommandLine forArguments(Terminal terminal, String... args) {
        if (args.length == 0 || ASK_FOR_ALL.contains(args[0]) || !ALL.containsKey(args[0])) {
            return all(terminal);
        }
        return new CommandLine(new DavitCommand(terminal))
                .addSubcommand(args[0], ALL.get(args[0]).apply(terminal));
    }
}
