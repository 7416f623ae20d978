package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.FindingsView;
import dev.davit.model.Assembly;
import dev.davit.plan.Wanted;
import dev.davit.target.Connection;
import dev.davit.target.LiveTarget;
import dev.davit.target.Synthesis;
import java.util.List;

/**
 * Holds what a definition wants of a live target.
 *
 * @param wanted what is to be there
 * @param connection the place where
 */
record LiveStack(Wanted wanted, Connection connection) implements AutoCloseable {
    /** Shows findings, and stops at an error: nothing is compared that could not be written. */
    static LiveStack of(
            LivePlaces targets, Synthesis synthesis, Connecting connecting, PlaceOptions place, Terminal terminal) {
        requireWritable(synthesis, terminal);
        List<String> placed = placed(synthesis.assembly());
        targets.targets().forEach(it -> requireFor(it, synthesis.assembly()));
        placed.stream()
                .filter(it -> targets.targets().stream()
                        .noneMatch(target -> target.name().equals(it)))
                .forEach(it -> terminal.note("what is placed on " + it + " is left out: this is for " + targets.name()
                        + "; --target " + it + " is for the rest"));
        place.noteOther(targets, it -> PlaceOptions.defined(synthesis.assembly(), it.name()), terminal);
        return new LiveStack(targets.wanted(synthesis), connecting.get());
    }

    /** Shows findings, and stops at an error. */
    static void requireWritable(Synthesis synthesis, Terminal terminal) {
        Findings.show(synthesis, terminal);
        if (synthesis.stopped()) {
            throw new Failure(
                    ExitCode.FINDINGS,
                    "the definition has findings that stop it",
                    synthesis.assembly().definition(),
                    new FindingsView(synthesis.findings(), false).count(),
                    "correct what is said above, or acknowledge it where that can be");
        }
    }

    /** Says whether a definition has something for a target. */
    static boolean isFor(LiveTarget target, Assembly assembly) {
        List<String> placed = placed(assembly);
        return placed.isEmpty() || placed.contains(target.name());
    }

    private static List<String> placed(Assembly assembly) {
        return assembly.placements().stream().map(it -> it.target()).distinct().toList();
    }

    @Override
    public void close() {
        connection.close();
    }

    /** An empty wish would read as "delete all". */
    static void requireFor(LiveTarget target, Assembly assembly) {
        if (!isFor(target, assembly)) {
            throw new Failure(
                    ExitCode.BAD_INPUT,
                    "the definition places nothing on " + target.name(),
                    assembly.definition(),
                    "all of it is placed on " + String.join(" and ", placed(assembly)),
                    "name the target that it is placed on, or place something on " + target.name());
        }
    }
}
