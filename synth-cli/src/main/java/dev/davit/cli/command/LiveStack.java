package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.FindingsView;
import dev.davit.plan.Wanted;
import dev.davit.target.LiveTarget;
import dev.davit.target.Synthesis;
import java.util.List;

/**
 * Holds what a definition wants of a live target.
 *
 * @param target the target
 * @param wanted what is to be there
 */
record LiveStack(LiveTarget target, Wanted wanted) {
    /** Shows findings, and stops at an error: nothing is compared that could not be written. */
    static LiveStack of(LiveTarget target, Synthesis synthesis, Terminal terminal) {
        Findings.show(synthesis, terminal);
        if (synthesis.stopped()) {
            throw new Failure(
                    ExitCode.FINDINGS,
                    "the definition has findings that stop it",
                    synthesis.assembly().definition(),
                    new FindingsView(synthesis.findings(), false).count(),
                    "correct what is said above, or acknowledge it where that can be");
        }
        List<String> placed = synthesis.assembly().placements().stream()
                .map(it -> it.target())
                .distinct()
                .toList();
        if (!placed.isEmpty() && !placed.contains(target.name())) {
            throw elsewhere(target, placed);
        }
        placed.stream()
                .filter(it -> !it.equals(target.name()))
                .forEach(it -> terminal.note("what is placed on " + it + " is left out: Davit does not read " + it
                        + " live yet; davit synth --target " + it + " writes its files"));
        return new LiveStack(target, Wanted.of(synthesis.targets().get(0).desired()));
    }

    /** An empty wish would read as "delete all". */
    private static Failure elsewhere(LiveTarget target, List<String> placed) {
        String there = String.join(" and ", placed);
        return new Failure(
                ExitCode.BAD_INPUT,
                "the definition places nothing on " + target.name(),
                "--target " + target.name(),
                "all of it is placed on " + there + ", which Davit does not read live yet",
                "davit synth --target " + placed.get(0) + " writes its files");
    }
}
