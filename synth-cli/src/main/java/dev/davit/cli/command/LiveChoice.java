package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.model.Assembly;
import dev.davit.plan.Place;
import dev.davit.target.LiveTarget;
import dev.davit.target.SandboxedTarget;
import dev.davit.target.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Chooses the live targets that a run is for: the one that is named, else those on which the definition places its resources.
 *
 * @param targets those that are installed
 * @param named what {@code --target} names, if anything
 * @param sandbox whether the run is for a sandbox: then only a target that has one can be meant
 */
record LiveChoice(Targets targets, Optional<String> named, boolean sandbox) {
    /** What help says of the option. */
    static final String DESCRIPTION =
            "render, kubernetes or all. Default: where the definition places its resources, as one plan for both.";

    private static final String ALL = "all";
    private static final String OPTION = "--target";
    private static final Path HERE = Path.of(".");

    /** Gives what is meant if that is known without a definition; refuses a name that cannot be meant. */
    Optional<LivePlaces> beforehand() {
        if (named.isPresent() && !named.get().equals(ALL)) {
            return Optional.of(LivePlaces.of(named(named.get(), OPTION + " " + named.get())));
        }
        List<LiveTarget> all = candidates();
        if (all.isEmpty()) {
            throw new Failure(
                    ExitCode.USAGE,
                    sandbox ? "no target has a sandbox" : "no target can be read live",
                    sandbox ? "--sandbox" : OPTION,
                    "there are " + String.join(", ", targets.names()),
                    "davit synth writes their files");
        }
        return all.size() == 1 || named.isPresent() ? Optional.of(new LivePlaces(all)) : Optional.empty();
    }

    /** Gives all that may turn out to be meant. */
    List<LiveTarget> possible() {
        return beforehand().map(LivePlaces::targets).orElseGet(this::candidates);
    }

    /**
     * Gives the targets of a definition.
     *
     * @param command the command as it was typed: {@code davit plan}
     * @param source where the definition is
     */
    LivePlaces of(Assembly assembly, String command, Path source) {
        String typed = source.equals(HERE) ? command : command + " " + source;
        return beforehand().orElseGet(() -> placed(assembly, typed)).of(assembly);
    }

    /**
     * Gives the targets of a stack that is asked for by its name.
     *
     * @param stack the stack as it was named
     */
    LivePlaces of(String stack) {
        return beforehand()
                .orElseThrow(() -> new Failure(
                        ExitCode.USAGE,
                        "the stack's name does not say on which target it is",
                        "--stack " + stack,
                        "it may be on " + names(candidates(), " or on "),
                        "add " + candidates().stream().map(LiveChoice::option).collect(Collectors.joining(" or "))
                                + ", or " + OPTION + " " + ALL + " if it is on all of them"));
    }

    /**
     * Gives the targets of a saved plan.
     *
     * @param target the target that the plan is for, or several as plans name them
     * @param file the plan's file
     */
    LivePlaces ofPlan(String target, String file) {
        List<String> meant = Place.targets(target);
        if (named.filter(it -> !it.equals(target) && !(it.equals(ALL) && meant.size() > 1))
                .isPresent()) {
            throw new Failure(
                    ExitCode.USAGE,
                    "the plan is for another target",
                    OPTION + " " + named.get(),
                    file + " is a plan for " + target,
                    "leave out " + OPTION + ": the plan knows where it belongs");
        }
        return new LivePlaces(meant.stream().map(it -> named(it, file)).toList());
    }

    /**
     * Gives the target of a file that somebody wrote for a platform.
     *
     * @param target the target whose files look like that
     */
    LiveTarget ofFile(String target, String file) {
        return named.isPresent() ? beforehand().orElseThrow().only(OPTION + " " + named.get()) : named(target, file);
    }

    /** Gives the target that has a sandbox. */
    SandboxedTarget sandboxed() {
        return (SandboxedTarget) beforehand()
                .orElseThrow(() -> new Failure(
                        ExitCode.USAGE,
                        "more than one target has a sandbox",
                        OPTION,
                        "there are " + names(candidates(), " and "),
                        "name one"))
                .only(OPTION + " " + ALL);
    }

    private LivePlaces placed(Assembly assembly, String typed) {
        List<String> placements =
                assembly.placements().stream().map(it -> it.target()).distinct().toList();
        List<LiveTarget> meant = candidates().stream()
                .filter(it -> placements.isEmpty() || placements.contains(it.name()))
                .toList();
        if (meant.isEmpty()) {
            throw notLive(placements.get(0), assembly.definition());
        }
        if (meant.size() == 1 || !placements.isEmpty()) {
            return new LivePlaces(meant);
        }
        throw new Failure(
                ExitCode.USAGE,
                "the definition does not say where it goes",
                assembly.definition(),
                "it places nothing, so it may be meant for " + names(meant, " or for "),
                meant.stream().map(it -> typed + " " + option(it)).collect(Collectors.joining(" or ", "run ", ""))
                        + "; with --sandbox nothing leaves this machine");
    }

    private LiveTarget named(String name, String where) {
        targets.require(name);
        LiveTarget target = live().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> notLive(name, where));
        if (sandbox && !(target instanceof SandboxedTarget)) {
            throw new Failure(
                    ExitCode.USAGE,
                    name + " has no sandbox",
                    where,
                    candidates().isEmpty() ? "no target has one" : names(candidates(), " and ") + " has one",
                    "leave out --sandbox, and " + name + " itself is meant");
        }
        return target;
    }

    private Failure notLive(String name, String where) {
        return new Failure(
                ExitCode.USAGE,
                name + " cannot be read live: Davit writes its files and reads nothing back",
                where,
                live().isEmpty() ? "no target can" : names(live(), " and ") + " can",
                "run davit synth --target " + name + " and apply what it writes as " + name + " takes it");
    }

    private List<LiveTarget> live() {
        return targets.live();
    }

    private List<LiveTarget> candidates() {
        return live().stream()
                .filter(it -> !sandbox || it instanceof SandboxedTarget)
                .toList();
    }

    private static String option(Target target) {
        return OPTION + " " + target.name();
    }

    private static String names(List<LiveTarget> targets, String between) {
        return targets.stream().map(Target::name).collect(Collectors.joining(between));
    }
}
