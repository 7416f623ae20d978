package dev.davit.cli.command;

import dev.davit.Definition;
import dev.davit.Stack;
import dev.davit.check.Rule;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.cli.project.ProjectOptions;
import dev.davit.cli.project.UserProject;
import dev.davit.target.Synthesis;
import dev.davit.target.Synthesizer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What every command has that runs a definition. */
final class SynthesisOptions {
    private static final Pattern STAGE = Pattern.compile("[a-z]([a-z0-9-]{0,38}[a-z0-9])?");

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            defaultValue = "prod",
            description = "The stage that the definition is asked for. Default: ${DEFAULT-VALUE}.")
    private String stage;

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            description =
                    "render, kubernetes or all. Default: where the definition places its resources; all where it does not say.")
    private String target;

    @Option(
            names = "--image",
            paramLabel = "ID=REF",
            description = "The image that a build made for a workload; repeat for more. Goes before images.lock.")
    private List<String> images = List.of();

    @Option(
            names = "--class",
            paramLabel = "NAME",
            description = "The definition's class, where there is more than one.")
    private String className;

    Synthesis synthesize(Path source, Terminal terminal) {
        requireStage();
        Targets targets = Targets.onClassPath().require(target);
        ProjectOptions options = ProjectOptions.of(terminal);
        try (UserProject project =
                UserProject.open(source, className == null ? options : options.withClassName(className))) {
            BuiltImages built = BuiltImages.read(images, project.baseDirectory());
            Definition definition = (Definition) project.newDefinition();
            Stack stack = project.call(() -> Stack.of(definition, stage));
            List<Rule> rules =
                    project.call(() -> InstalledRules.of(definition.getClass().getClassLoader()));
            built.requireWorkloads(stack.assembly(), terminal);
            return new Synthesizer(targets.pick(target, stack.assembly()), rules, LocalDate.now(ZoneOffset.UTC))
                    .knowing(targets.findingIds())
                    .synthesize(stack, built.all());
        }
    }

    /** The stage names a folder, and objects may carry it. */
    private void requireStage() {
        if (!STAGE.matcher(stage).matches()) {
            throw new Failure(
                    ExitCode.USAGE,
                    "this cannot be a stage",
                    "--stage " + stage,
                    "a stage has lower-case letters, digits and dashes, starts with a letter, and is at most 40 long",
                    "write a name like prod, staging or pr-123");
        }
    }
}
