package dev.davit.cli.command;

import dev.davit.Definition;
import dev.davit.Stack;
import dev.davit.check.Checker;
import dev.davit.check.Rule;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.cli.project.ProjectOptions;
import dev.davit.cli.project.UserProject;
import dev.davit.target.Images;
import dev.davit.target.Synthesis;
import dev.davit.target.Synthesizer;
import dev.davit.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What every command has that runs a definition. */
final class SynthesisOptions {
    private static final String ALL = "all";
    private static final long LARGEST_LOCK = 1 << 20;

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
        ProjectOptions options = ProjectOptions.of(terminal.environment(), terminal::note);
        try (UserProject project =
                UserProject.open(source, className == null ? options : options.withClassName(className))) {
            Images built = lock(project.baseDirectory().resolve("images.lock")).under(given());
            Definition definition = (Definition) project.newDefinition();
            Stack stack = project.call(() -> Stack.of(definition, stage));
            return new Synthesizer(targets(stack), rules(definition.getClass().getClassLoader()), today())
                    .knowing(findingIds())
                    .synthesize(stack, built);
        }
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private List<Target> targets(Stack stack) {
        List<Target> installed = installed();
        List<String> names = installed.stream().map(Target::name).toList();
        if (target != null && !target.equals(ALL) && !names.contains(target)) {
            throw new Failure(
                    ExitCode.USAGE,
                    "there is no target " + target,
                    "--target",
                    "there are " + String.join(", ", names) + " and all",
                    "name one of them");
        }
        List<String> placed =
                stack.assembly().placements().stream().map(it -> it.target()).toList();
        return installed.stream()
                .filter(it -> target == null
                        ? placed.isEmpty() || placed.contains(it.name())
                        : target.equals(ALL) || target.equals(it.name()))
                .toList();
    }

    private static List<Rule> rules(ClassLoader loader) {
        try {
            return Checker.installed(loader);
        } catch (ServiceConfigurationError fault) {
            throw new Failure(
                            ExitCode.BAD_INPUT,
                            "a rule on the class path cannot be made",
                            "META-INF/services/" + Rule.class.getName(),
                            String.valueOf(fault.getMessage()).replace(Rule.class.getName() + ": ", ""),
                            "correct the name, or give the class a public constructor without arguments")
                    .causedBy(fault);
        }
    }

    private static Set<String> findingIds() {
        return installed().stream().flatMap(it -> it.findingIds().stream()).collect(Collectors.toSet());
    }

    static List<Target> installed() {
        return ServiceLoader.load(Target.class, Target.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted((a, b) -> b.name().compareTo(a.name()))
                .collect(Collectors.toList());
    }

    private Images given() {
        try {
            return Images.parse(images, "--image");
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    ExitCode.USAGE, "this is no image", "--image", e.getMessage(), "write --image ID=REFERENCE");
        }
    }

    private static Images lock(Path file) {
        try {
            if (!Files.exists(file)) {
                return Images.NONE;
            }
            if (Files.size(file) > LARGEST_LOCK) {
                throw unreadable(file, "it is larger than 1 MiB", null);
            }
            return Images.parse(Files.readAllLines(file), file.toString());
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static Failure unreadable(Path file, String why, Exception cause) {
        Failure failure = new Failure(
                ExitCode.BAD_INPUT,
                "the list of built images cannot be read",
                file.toString(),
                why,
                "write one ID=REFERENCE per line, or remove the file");
        return cause == null ? failure : failure.causedBy(cause);
    }
}
