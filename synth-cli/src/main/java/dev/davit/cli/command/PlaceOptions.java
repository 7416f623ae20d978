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
import dev.davit.target.LiveTarget;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** Says which live place is meant. */
final class PlaceOptions {
    private static final String CONTEXT = "context";

    private final Argument<String> context;

    PlaceOptions(Syntax syntax) {
        context = syntax.text(
                OptionSpec.builder("--context")
                        .paramLabel("NAME")
                        .description(
                                "The kubeconfig's context. Default: the definition's or the saved plan's, else the current one; in a pod, that pod's cluster."));
    }

    /**
     * Connects to the place that is named here, else to the one that the definition names.
     *
     * @param defined the definition's place, if it names one
     */
    Connection connect(LiveTarget target, Optional<String> defined) {
        return target.connect(to(defined));
    }

    /**
     * Connects as above, and looks for stacks in one part of the place.
     *
     * @param scope the part, empty for all of it
     */
    Connection connect(LiveTarget target, Optional<String> defined, Optional<String> scope, Terminal terminal) {
        noteOther(defined, terminal);
        return target.connect(to(defined).in(scope));
    }

    private ConnectOptions to(Optional<String> defined) {
        return ConnectOptions.to(context.given().or(() -> defined));
    }

    /** Says so where what is named here goes before what the definition names. */
    void noteOther(Optional<String> defined, Terminal terminal) {
        defined.filter(it -> context.given().filter(given -> !given.equals(it)).isPresent())
                .ifPresent(it -> terminal.note(
                        "the definition names context " + it + "; --context " + context.get() + " goes before it"));
    }

    /**
     * Connects to the place that a plan was made for.
     *
     * @throws Failure if it leads elsewhere: nothing of the plan would hold there
     */
    Connection connect(LiveTarget target, Plan plan) {
        Connection connection = target.connect(
                ConnectOptions.to(context.given()).usually(plan.place().context()));
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
