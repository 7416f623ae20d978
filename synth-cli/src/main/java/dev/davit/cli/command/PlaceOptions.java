package dev.davit.cli.command;

import dev.davit.cli.Terminal;
import dev.davit.model.Assembly;
import dev.davit.model.Setting;
import dev.davit.target.ConnectOptions;
import dev.davit.target.Connection;
import dev.davit.target.LiveTarget;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Says which live place is meant. */
final class PlaceOptions {
    private static final String CONTEXT = "context";

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description =
                    "The kubeconfig's context. Default: the definition's, else the current one; in a pod, that pod's cluster.")
    private String context;

    /**
     * Connects to the place that is named here, else to the one that the definition names.
     *
     * @param defined the definition's place, if it names one
     */
    Connection connect(LiveTarget target, Optional<String> defined, Terminal terminal) {
        defined.filter(it -> context != null && !context.equals(it))
                .ifPresent(it -> terminal.note(
                        "the definition names context " + it + "; --context " + context + " goes before it"));
        return target.connect(new ConnectOptions(Optional.ofNullable(context).or(() -> defined)));
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
