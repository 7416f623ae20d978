package dev.davit.cli.command;

import dev.davit.target.ConnectOptions;
import dev.davit.target.Connection;
import dev.davit.target.LiveTarget;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Says which live place is meant. */
final class PlaceOptions {
    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "The kubeconfig's context. Default: its current one; in a pod, that pod's cluster.")
    private String context;

    Connection connect(LiveTarget target) {
        return target.connect(new ConnectOptions(Optional.ofNullable(context)));
    }
}
