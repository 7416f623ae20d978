package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Shows help for a command, or what the exit codes mean. */
final class HelpCommand implements Callable<Integer> {
    static final String EXIT_CODES = """
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
    private final Syntax syntax;
    private final Argument<String> topic;

    HelpCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        this.syntax = syntax;
        syntax.usage().description("Show help for a command, or the exit codes.");
        topic = syntax.text(PositionalParamSpec.builder()
                .arity("0..1")
                .paramLabel("COMMAND")
                .description("A command, or exit-codes."));
    }

    @Override
    public Integer call() {
        CommandLine root = syntax.root();
        String topic = this.topic.get();
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
