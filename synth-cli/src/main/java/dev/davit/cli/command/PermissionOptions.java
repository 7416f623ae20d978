package dev.davit.cli.command;

import dev.davit.target.CompareOptions;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Holds what a user permits beyond what is safe by itself. */
final class PermissionOptions {
    @Option(
            names = "--adopt",
            description = "Objects that are there and are nobody's, or another tool's, may become ours.")
    private boolean adopt;

    @Option(
            names = "--force-field",
            paramLabel = "\"OBJECT FIELD\"",
            description =
                    "Take a field over from another manager, as the plan names it: \"Deployment shop/web spec.replicas\". Repeat for more.")
    private List<String> forceFields = List.of();

    @Option(
            names = "--allow-delete",
            paramLabel = "OBJECT",
            description =
                    "A stateful object may be deleted, as the plan names it: \"PersistentVolumeClaim shop/data\". Repeat for each.")
    private List<String> deletes = List.of();

    @Option(
            names = "--allow-deletions",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "So many objects may be deleted though they are more than half of the stack, as the plan counts them.")
    private int deletions;

    /** Gives how many objects may go at once. */
    int deletions() {
        return deletions;
    }

    CompareOptions toCompareOptions() {
        return new CompareOptions(adopt, Set.copyOf(forceFields), Set.copyOf(deletes));
    }
}
