package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows help for a command, or what the exit codes mean. */
@Command(name = "help", description = "Show help for a command, or the exit codes.")
public final class HelpCommand implements Callable<Integer> {
    private static final String EXIT_CODES = """
            0    done
            1    failed
            2    there are changes; only with --detailed-exitcode
            3    a gate stopped the command: a finding of severity error, a blocker, an effect above --max-effect
            4    somebody else applies this stack
            5    the plan is stale: what is live changed since, it expired, or it is not the one that was approved
            6    partly applied; davit apply again goes on
            7    applied, but not all of it was ready in time
            8    approval is needed, and there is nobody to ask
            64   the command line is wrong
            65   the input is wrong: source that does not compile, a definition that throws, a missing file
            69   something outside that is needed is not there: a compiler, Maven, an API
            70   davit itself has a mistake
            73   the output cannot be written where it should go
            77   credentials or a permission are missing
            130  interrupted, after a safe stop; 143 where it was told to end
            """;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "A command, or exit-codes.")
    private String topic;

    public HelpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.commandLine().getParent();
        if ("exit-codes".equals(topic)) {
            terminal.out().print(EXIT_CODES);
        } else if (topic == null) {
            root.usage(root.getOut());
        } else if (root.getSubcommands().containsKey(topic)) {
            root.getSubcommands().get(topic).usage(root.getOut());
        } else {
            throw new Failure(ExitCode.USAGE, "there is no command " + topic, "davit help", "", "run \"davit help\"");
        }
        return ExitCode.OK;
    }
}
