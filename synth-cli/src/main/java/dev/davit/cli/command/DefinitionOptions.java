package dev.davit.cli.command;

import dev.davit.Definition;
import dev.davit.Evaluation;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.cli.project.ProjectOptions;
import dev.davit.cli.project.UserProject;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What every command has that runs a definition, whatever it does with it. */
final class DefinitionOptions {
    private static final Pattern STAGE = Pattern.compile("[a-z]([a-z0-9-]{0,38}[a-z0-9])?");

    private final Argument<String> stage;
    private final Argument<String> className;

    DefinitionOptions(Syntax syntax) {
        stage = syntax.text(OptionSpec.builder("--stage")
                .paramLabel("STAGE")
                .defaultValue("prod")
                .description("The stage that the definition is asked for. Default: ${DEFAULT-VALUE}."));
        className = syntax.text(OptionSpec.builder("--class")
                .paramLabel("NAME")
                .description("The definition's class, where there is more than one."));
    }

    /** Takes the definition itself. */
    static Argument<Path> source(Syntax syntax) {
        return syntax.path(PositionalParamSpec.builder()
                .arity("0..1")
                .paramLabel("SOURCE")
                .defaultValue(".")
                .description("FILE.java, folder of sources, JAR or Maven project. Default: this folder."));
    }

    /** Gives the stage; refuses a word that can be none. */
    String stage() {
        requireStage();
        return stage.get();
    }

    /** Runs the definition and uses what it described, while classes of the project can still be loaded. */
    <T> T run(Path source, Terminal terminal, BiFunction<UserProject, Evaluation, T> use) {
        requireStage();
        ProjectOptions options = ProjectOptions.of(terminal);
        try (UserProject project = UserProject.open(
                source, className.given().map(options::withClassName).orElse(options))) {
            Definition definition = (Definition) project.newDefinition();
            return use.apply(project, project.call(() -> Evaluation.of(definition, stage.get())));
        }
    }

    /** The stage names a folder, and objects may carry it. */
    private void requireStage() {
        if (!STAGE.matcher(stage.get()).matches()) {
            throw new Failure(
                    ExitCode.USAGE,
                    "this cannot be a stage",
                    "--stage " + stage.get(),
                    "a stage has lower-case letters, digits and dashes, starts with a letter, and is at most 40 long",
                    "write a name like prod, staging or pr-123");
        }
    }
}
