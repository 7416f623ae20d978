package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.model.Assembly;
import dev.davit.model.Setting;
import dev.davit.plan.Place;
import dev.davit.plan.Plan;
import dev.davit.target.ConnectOptions;
import dev.davit.target.Connection;
import dev.davit.target.JoinedConnection;
import dev.davit.target.LiveTarget;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.OptionSpec;

/** Says which live place is meant. */
final class PlaceOptions {
    private static final String CONTEXT = "context";

    private final Terminal terminal;
    private final Argument<String> context;
    private final Argument<Boolean> sandbox;

    PlaceOptions(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        context = syntax.text(
                OptionSpec.builder("--context")
                        .paramLabel("NAME")
                        .description(
                                "The kubeconfig's context; on Render the workspace's name or id. Default: the definition's or the saved plan's, else the current one; in a pod, that pod's cluster."));
        sandbox = syntax.flag(
                OptionSpec.builder("--sandbox")
                        .description(
                                "Take Davit's own Render on this machine for the place; it is kept in .davit below this folder."));
    }

    /**
     * Connects to the place that is named here, else to the one that the definition names.
     *
     * @param defined the definition's place on a target, if it names one
     * @param scope the part of the place in which stacks are looked for, empty for all of it
     */
    Connection connect(
            LivePlaces targets,
            Function<LiveTarget, Optional<String>> defined,
            Function<LiveTarget, Optional<String>> scope) {
        return each(targets, it -> it.connect(to(it, defined.apply(it)).in(scope.apply(it))));
    }

    private Connection each(LivePlaces targets, Function<LiveTarget, Connection> connect) {
        if (targets.isOne()) {
            return connect.apply(targets.targets().get(0));
        }
        if (context.given().isPresent()) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--context names one place",
                    "--context " + context.get(),
                    "this is for " + targets.name() + ", as one",
                    "name the contexts in the definition, or one target with --target");
        }
        Map<String, Connection> parts = new LinkedHashMap<>();
        try {
            targets.targets().forEach(it -> parts.put(it.name(), connect.apply(it)));
            return new JoinedConnection(parts);
        } catch (RuntimeException e) {
            parts.values().forEach(Connection::close);
            throw e;
        }
    }

    /**
     * Connects as above, and says what whoever typed the command should know of the place.
     */
    Connection connect(
            LivePlaces targets,
            Function<LiveTarget, Optional<String>> defined,
            Function<LiveTarget, Optional<String>> scope,
            Terminal terminal) {
        targets.targets().forEach(it -> introduce(it, terminal));
        noteOther(targets, defined, terminal);
        return connect(targets, defined, scope);
    }

    private ConnectOptions to(LiveTarget target, Optional<String> defined) {
        return (sandbox.get()
                        ? ConnectOptions.toSandbox(SandboxFile.of(target))
                        : ConnectOptions.to(context.given().or(() -> defined)))
                .telling(terminal::note);
    }

    /**
     * Chooses the live target that is meant.
     *
     * @param target what {@code --target} names, if anything
     * @throws Failure if two places are named at once
     */
    LiveChoice choice(Optional<String> target) {
        if (sandbox.get() && context.given().isPresent()) {
            throw new Failure(
                    ExitCode.USAGE,
                    "these do not fit together",
                    "--sandbox --context " + context.get(),
                    "a sandbox is a place of its own",
                    "leave one of them out");
        }
        return new LiveChoice(Targets.onClassPath(), target, sandbox.get());
    }

    /** Says what a sandbox is to whom it is new. */
    void introduce(LiveTarget target, Terminal terminal) {
        if (sandbox.get() && !Files.exists(SandboxFile.of(target))) {
            terminal.note("this is Davit's own " + SandboxFile.platform(target) + ", kept in " + SandboxFile.of(target)
                    + ": nothing leaves this machine");
        }
    }

    /** Says so where what is named here goes before what the definition names. */
    void noteOther(LivePlaces targets, Function<LiveTarget, Optional<String>> defined, Terminal terminal) {
        Optional<LiveTarget> one = Optional.of(targets)
                .filter(LivePlaces::isOne)
                .map(it -> it.targets().get(0));
        one.flatMap(defined)
                .filter(it -> context.given().filter(given -> !given.equals(it)).isPresent())
                .ifPresent(it -> terminal.note(
                        "the definition names context " + it + "; --context " + context.get() + " goes before it"));
    }

    /**
     * Connects to the place or places that a plan was made for.
     *
     * @throws Failure if it leads elsewhere: nothing of the plan would hold there
     */
    Connection connect(LivePlaces targets, Plan plan, Terminal terminal) {
        targets.targets().forEach(it -> introduce(it, terminal));
        Connection connection = each(
                targets,
                it -> it.connect(to(it, Optional.empty()).usually(plan.place().context(it.name()))));
        try {
            requireSame(plan.place(), connection.place());
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void requireSame(Place planned, Place found) {
        if (!planned.isSame(found)) {
            throw new Failure(
                    ExitCode.STALE,
                    "the plan is for another place",
                    found.name() + (context.given().isEmpty() ? "" : ", from --context " + context.get()),
                    "it was made for " + planned.name() + " (" + planned.identity() + "), and this is "
                            + found.identity() + "; nothing was changed",
                    context.given().isEmpty()
                            ? "name the context that leads there: --context NAME; or make a plan for this place"
                            : "name another --context, or make a plan for this place");
        }
    }

    /** Reads the place that a definition names for a target. */
    static Optional<String> defined(Assembly assembly, String target) {
        return assembly.placements().stream()
                .filter(it -> it.target().equals(target))
                .flatMap(it -> it.setting(CONTEXT).stream())
                .map(Setting::value)
                .map(String::valueOf)
                .findFirst();
    }
}
