package dev.davit.cli.command;

import dev.davit.apply.Release;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.plan.Plan;
import dev.davit.plan.Verification;
import dev.davit.target.CompareOptions;
import dev.davit.target.Connection;
import java.util.List;
import java.util.Optional;

/**
 * Compares what was applied last with what is live: who changed it since is not the definition.
 *
 * @param releases all releases, newest first
 */
record Applied(List<Release> releases) {
    Optional<Release> last() {
        return releases.stream().filter(it -> it.state() == Release.State.DONE).findFirst();
    }

    /** Plans back to it, without permission for anything. */
    static Plan comparedWith(Release release, Connection connection, Verification verification) {
        return Planning.of(
                release.wanted(), connection, CompareOptions.cautious().verifying(verification));
    }

    /** Gives the last release; where it cannot be compared, says why. */
    Release require(StackOptions.Name name) {
        Release release = last().orElseThrow(() -> new Failure(
                ExitCode.BAD_INPUT,
                "nothing was applied yet",
                name.toString(),
                releases.isEmpty() ? "there is no release record" : "no release came to its end",
                "davit diff compares with the definition; davit apply applies it"));
        release.wanted().literalSecret().ifPresent(object -> {
            throw new Failure(
                    ExitCode.BAD_INPUT,
                    "release " + release.number() + " cannot be compared",
                    object.address(),
                    "its definition held values of secrets, which no record keeps",
                    "davit diff compares with the definition");
        });
        return release;
    }
}
