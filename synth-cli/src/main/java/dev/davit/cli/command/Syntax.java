package dev.davit.cli.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Says what a command takes and what its help shows.
 *
 * <p>Annotations would say it as well. Picocli reads them by reflection, and that took a sixth of a short run.
 */
final class Syntax {
    private final CommandSpec spec;
    private Callable<Integer> command;

    Syntax(String name) {
        spec = CommandSpec.wrapWithoutInspection((Callable<Integer>) () -> command.call())
                .name(name);
    }

    /** Makes the command line of a command that has said all here. */
    CommandLine commandLine(Callable<Integer> run) {
        command = run;
        return new CommandLine(spec);
    }

    /** Gives the command line that this one is a part of; there is none before both are made. */
    CommandLine root() {
        return spec.root().commandLine();
    }

    /** Gives the command as it is typed: {@code davit plan}. */
    String command() {
        return "davit " + spec.name();
    }

    /** Gives what help shows around the arguments. */
    UsageMessageSpec usage() {
        return spec.usageMessage();
    }

    /** Sets what an option for the version shows. */
    void version(IVersionProvider text) {
        spec.versionProvider(text);
    }

    Argument<Boolean> flag(OptionSpec.Builder option) {
        return add(option.type(boolean.class).initialValue(false).build());
    }

    Argument<String> text(OptionSpec.Builder option) {
        return add(option.type(String.class).build());
    }

    Argument<String> text(PositionalParamSpec.Builder parameter) {
        return add(next(parameter).type(String.class).build());
    }

    /** Takes an option that may be repeated. */
    Argument<List<String>> texts(OptionSpec.Builder option) {
        return add(option.type(List.class)
                .auxiliaryTypes(String.class)
                .initialValue(List.of())
                .build());
    }

    /** Takes all parameters that are left. */
    Argument<List<String>> texts(PositionalParamSpec.Builder parameter) {
        return add(parameter
                .index(spec.positionalParameters().size() + "..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .initialValue(List.of())
                .build());
    }

    Argument<Integer> number(OptionSpec.Builder option) {
        return add(option.type(int.class).build());
    }

    Argument<Duration> duration(OptionSpec.Builder option) {
        return add(option.type(Duration.class).converters(new DurationText()).build());
    }

    Argument<Path> path(OptionSpec.Builder option) {
        return add(option.type(Path.class).converters(new PathText()).build());
    }

    Argument<Path> path(PositionalParamSpec.Builder parameter) {
        return add(next(parameter).type(Path.class).converters(new PathText()).build());
    }

    <E extends Enum<E>> Argument<E> choice(OptionSpec.Builder option, E[] all) {
        ChoiceText<E> choice = new ChoiceText<>(all);
        return add(option.type(choice.type())
                .completionCandidates(choice.words())
                .converters(choice)
                .build());
    }

    <E extends Enum<E>> Argument<E> choice(PositionalParamSpec.Builder parameter, E[] all) {
        ChoiceText<E> choice = new ChoiceText<>(all);
        return add(next(parameter)
                .type(choice.type())
                .completionCandidates(choice.words())
                .converters(choice)
                .build());
    }

    private PositionalParamSpec.Builder next(PositionalParamSpec.Builder parameter) {
        return parameter.index(String.valueOf(spec.positionalParameters().size()));
    }

    private <T> Argument<T> add(ArgSpec argument) {
        spec.add(argument);
        return new Argument<>(argument);
    }
}
