package dev.davit.cli;

import dev.davit.Definition;
import dev.davit.Evaluation;
import dev.davit.cli.command.Commands;
import dev.davit.cli.project.ProjectOptions;
import dev.davit.cli.project.UserProject;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The real command line, plus one command that runs a definition and one that breaks. */
final class ProcessUnderTest {
    private ProcessUnderTest() {}

    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess();
        terminal.shieldFromUserCode();
        System.exit(Main.run(
                Commands.all(terminal).addSubcommand(new Define(terminal)).addSubcommand(new Break()), terminal, args));
    }

    @Command(name = "define")
    static final class Define implements Callable<Integer> {
        private final Terminal terminal;

        @Parameters(arity = "0..1", defaultValue = ".")
        private Path argument;

        @Option(names = "--class")
        private String className;

        Define(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            ProjectOptions options = ProjectOptions.of(terminal);
            try (UserProject project =
                    UserProject.open(argument, className == null ? options : options.withClassName(className))) {
                Definition definition = (Definition) project.newDefinition();
                project.call(() -> Evaluation.of(definition, "prod"));
                terminal.out().print("defined " + project.definition().getName() + "\n");
                return ExitCode.OK;
            }
        }
    }

    @Command(name = "break")
    static final class Break implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("this cannot be");
        }
    }
}
