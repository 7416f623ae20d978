package dev.davit.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Writes completions for fish, which Picocli does not know. */
final class FishCompletion {
    private FishCompletion() {}

    static String of(CommandLine root) {
        StringBuilder script = new StringBuilder("complete -c davit -e\n");
        options(script, root, "__fish_use_subcommand");
        root.getSubcommands().forEach((name, command) -> {
            script.append("complete -c davit -n __fish_use_subcommand -a ")
                    .append(name)
                    .append(description(command.getCommandSpec().usageMessage().description()))
                    .append('\n');
            options(script, command, "'__fish_seen_subcommand_from " + name + "'");
        });
        return script.toString();
    }

    private static void options(StringBuilder script, CommandLine command, String condition) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            script.append("complete -c davit -n ").append(condition);
            for (String name : option.names()) {
                script.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
            }
            script.append(option.arity().max() > 0 ? " -r" : "")
                    .append(description(option.description()))
                    .append('\n');
        }
    }

    private static String description(String[] lines) {
        String text = String.join(" ", lines).replace("'", "\\'").replaceAll("\\s*\\$\\{[^}]*}", "");
        return text.isEmpty() ? "" : " -d '" + text + "'";
    }
}
