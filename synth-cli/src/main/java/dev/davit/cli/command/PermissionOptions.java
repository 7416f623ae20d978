package dev.davit.cli.command;

import dev.davit.plan.Verification;
import dev.davit.target.CompareOptions;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;

/** Holds what a user permits beyond what is safe by itself, and how sure of the rest a comparison is to be. */
final class PermissionOptions {
    private final Argument<Boolean> adopt;
    private final Argument<List<String>> forceFields;
    private final Argument<List<String>> deletes;
    private final Argument<Integer> deletions;
    private final Argument<Verification> verification;

    PermissionOptions(Syntax syntax) {
        adopt = syntax.flag(OptionSpec.builder("--adopt")
                .description("Objects that are there and are nobody's, or another tool's, may become ours."));
        forceFields = syntax.texts(
                OptionSpec.builder("--force-field")
                        .paramLabel("\"OBJECT FIELD\"")
                        .description(
                                "Take a field over from another manager, as the plan names it: \"Deployment shop/web spec.replicas\". Repeat for more."));
        deletes = deletes(syntax);
        deletions = syntax.number(
                OptionSpec.builder("--allow-deletions")
                        .paramLabel("N")
                        .defaultValue("0")
                        .description(
                                "So many objects may be deleted though they are more than half of the stack, as the plan counts them."));
        verification = verification(syntax);
    }

    /** Takes how a comparison makes sure that an object stays as it is. */
    static Argument<Verification> verification(Syntax syntax) {
        return syntax.choice(
                OptionSpec.builder("--verify")
                        .paramLabel("HOW")
                        .defaultValue("recorded")
                        .description(
                                "${COMPLETION-CANDIDATES}: trust what the cluster's own record of the last apply proves unchanged, or ask for a dry run of each object. Render has no dry run. Default: ${DEFAULT-VALUE}."),
                Verification.values());
    }

    /** Takes the objects that may go with their data. */
    static Argument<List<String>> deletes(Syntax syntax) {
        return syntax.texts(
                OptionSpec.builder("--allow-delete")
                        .paramLabel("OBJECT")
                        .description(
                                "A stateful object may be deleted, as the plan names it: \"PersistentVolumeClaim shop/data\". Repeat for each."));
    }

    /** Gives how many objects may go at once. */
    int deletions() {
        return deletions.get();
    }

    CompareOptions toCompareOptions() {
        return new CompareOptions(
                adopt.get(), Set.copyOf(forceFields.get()), Set.copyOf(deletes.get()), verification.get());
    }
}
