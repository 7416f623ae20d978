package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.model.Assembly;
import dev.davit.target.Connection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Names a stack that was applied: by its definition, which then runs, or by its name alone. */
final class StackOptions {
    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]*[a-z0-9])?");

    private final Argument<Path> source;
    private final Argument<String> name;
    private final Argument<String> namespace;
    private final Argument<String> target;
    private final DefinitionOptions definition;
    private final PlaceOptions place;
    private final String command;
    private Argument<List<String>> resources;

    StackOptions(Syntax syntax, Terminal terminal) {
        command = syntax.command();
        source = syntax.path(PositionalParamSpec.builder()
                .arity("0..1")
                .paramLabel("SOURCE")
                .description("The definition, for its name. Default: this folder. Not with --stack."));
        name = syntax.text(OptionSpec.builder("--stack")
                .paramLabel("NAME")
                .description("The stack's name; no user code is loaded."));
        namespace = syntax.text(
                OptionSpec.builder("--namespace")
                        .paramLabel("NAME")
                        .description(
                                "The namespace that the stack is in. Default: the definition's; with --stack it is looked for."));
        target = syntax.text(OptionSpec.builder("--target").paramLabel("TARGET").description(LiveChoice.DESCRIPTION));
        definition = new DefinitionOptions(syntax);
        place = new PlaceOptions(syntax, terminal);
    }

    /** Takes ids of resources after the SOURCE, or in its place where {@code --stack} names the stack. */
    StackOptions withResources(Syntax syntax) {
        resources = syntax.texts(PositionalParamSpec.builder()
                .arity("0..*")
                .paramLabel("RESOURCE")
                .description("Resources by their ids, web or worker. Default: all."));
        return this;
    }

    /** Gives the ids of resources that are named. */
    List<String> resources() {
        Stream<String> first =
                name.given().stream().flatMap(it -> source.given().stream().map(Path::toString));
        return Stream.concat(first, resources.get().stream()).toList();
    }

    /**
     * Holds a stack at a place.
     *
     * @param name the stack
     * @param stage its stage
     * @param target the target's name
     * @param defined what its definition says; empty where only its name is known
     */
    record Name(String name, String stage, String target, Optional<Assembly> defined) {
        @Override
        public String toString() {
            return name + "/" + stage;
        }
    }

    <T> T with(Terminal terminal, BiFunction<Name, Connection, T> use) {
        LiveChoice choice = place.choice(target.given());
        choice.beforehand();
        Optional<Assembly> defined = defined(terminal);
        LivePlaces live = defined.map(it -> choice.of(it, command, from())).orElseGet(() -> choice.of(name.get()));
        Name stack =
                new Name(defined.map(Assembly::name).orElseGet(name::get), definition.stage(), live.name(), defined);
        try (Connection connection = place.connect(
                live,
                target -> defined.flatMap(it -> PlaceOptions.defined(it, target.name())),
                target -> namespace.given().or(() -> defined.flatMap(target::scope)),
                terminal)) {
            return use.apply(stack, connection);
        }
    }

    private Path from() {
        return source.given().orElse(Path.of("."));
    }

    private Optional<Assembly> defined(Terminal terminal) {
        String name = this.name.get();
        if (name == null) {
            return Optional.of(definition.run(from(), terminal, (project, stack) -> stack.assembly()));
        }
        if (source.given().isPresent() && resources == null) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--stack and a SOURCE both name the stack",
                    "--stack " + name,
                    "the SOURCE is " + source.get(),
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
