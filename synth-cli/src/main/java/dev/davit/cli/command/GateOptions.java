package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.plan.Change;
import dev.davit.plan.Plan;
import java.util.Comparator;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;

/** Stops what users would feel more than they agreed to. */
final class GateOptions {
    private final Argument<EffectLimit> limit;

    GateOptions(Syntax syntax) {
        limit = syntax.choice(
                OptionSpec.builder("--max-effect")
                        .paramLabel("EFFECT")
                        .description("Stop with code 3 if anything is worse than ${COMPLETION-CANDIDATES}."),
                EffectLimit.values());
    }

    void check(Plan plan) {
        if (!plan.blockers().isEmpty()) {
            throw new Failure(
                    ExitCode.FINDINGS,
                    "the plan cannot be applied as it is",
                    plan.blockers()
                            .get(0)
                            .key()
                            .map(Object::toString)
                            .orElse(plan.place().name()),
                    plan.blockers().stream().map(it -> it.what()).distinct().collect(Collectors.joining("; ")),
                    "do what the plan says under each of them");
        }
        limit.given().ifPresent(it -> checkEffects(plan, it));
    }

    private static void checkEffects(Plan plan, EffectLimit limit) {
        plan.changes().stream()
                .filter(it -> it.impact().effect().compareTo(limit.effect()) > 0)
                .max(Comparator.comparing(Change::impact))
                .ifPresent(it -> refuse(it, limit));
    }

    private static void refuse(Change change, EffectLimit limit) {
        throw new Failure(
                ExitCode.FINDINGS,
                "an effect is above --max-effect " + limit,
                change.key().toString(),
                change.impact().effect().word() + ": " + change.impact().reason(),
                change.impact().avoid().orElse("raise --max-effect, or leave this change out"));
    }
}
