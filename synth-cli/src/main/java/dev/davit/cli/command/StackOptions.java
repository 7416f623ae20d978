package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.model.Assembly;
import dev.davit.target.Connection;
import dev.davit.target.LiveTarget;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names a stack that was applied: by its definition, which then runs, or by its name alone. */
final class StackOptions {
    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]*[a-z0-9])?");

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SOURCE",
            description = "The definition, for its name. Default: this folder. Not with --stack.")
    private Path source;

    @Option(names = "--stack", paramLabel = "NAME", description = "The stack's name; no user code is loaded.")
    private String name;

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            description =
                    "The namespace that the stack is in. Default: the definition's; with --stack it is looked for.")
    private String namespace;

    @Option(names = "--target", paramLabel = "TARGET", description = "The live target. Default: the only one.")
    private String target;

    @Mixin
    private DefinitionOptions definition;

    @Mixin
    private PlaceOptions place;

    /**
     * Holds a stack at a place.
     *
     * @param name the stack
     * @param stage its stage
     * @param target the target's name
     */
    record Name(String name, String stage, String target) {
        @Override
        public String toString() {
            return name + "/" + stage;
        }
    }

    <T> T with(Terminal terminal, BiFunction<Name, Connection, T> use) {
        LiveTarget live = Targets.onClassPath().live(target);
        Optional<Assembly> defined = defined(terminal);
        Name stack = new Name(defined.map(Assembly::name).orElse(name), definition.stage(), live.name());
        try (Connection connection = place.connect(
                live,
                defined.flatMap(it -> PlaceOptions.defined(it, live.name())),
                Optional.ofNullable(namespace).or(() -> defined.flatMap(live::scope)),
                terminal)) {
            return use.apply(stack, connection);
        }
    }

    private Optional<Assembly> defined(Terminal terminal) {
        if (name == null) {
            Path from = source == null ? Path.of(".") : source;
            return Optional.of(definition.run(from, terminal, (project, stack) -> stack.assembly()));
        }
        if (source != null) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--stack and a SOURCE both name the stack",
                    "--stack " + name,
                    "the SOURCE is " + source,
                    "leave one of them out");
        }
        if (!NAME.matcher(name).matches()) {
            throw new Failure(
                    ExitCode.USAGE,
                    "this cannot be a stack",
                    "--stack " + name,
                    "a stack has lower-case letters, digits and dashes, and starts with a letter",
                    "davit synth shows the name: it is the folder below out");
        }
        return Optional.empty();
    }
}
