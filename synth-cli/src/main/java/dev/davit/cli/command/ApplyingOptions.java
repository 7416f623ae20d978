package dev.davit.cli.command;

import dev.davit.apply.Applier;
import dev.davit.apply.ApplyOptions;
import dev.davit.apply.Journal;
import dev.davit.apply.LeaseTerms;
import dev.davit.apply.Outcome;
import dev.davit.apply.StepResult;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.ApplyProgress;
import dev.davit.cli.view.OutcomeView;
import dev.davit.plan.Comparison;
import dev.davit.plan.Plan;
import dev.davit.plan.Wanted;
import dev.davit.target.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.OptionSpec;

/** Says how a plan is carried out, and has that done. */
final class ApplyingOptions {
    private static final Duration LOOKED = Duration.ofSeconds(2);

    private final Argument<Integer> atOnce;
    private final Argument<Duration> lockTimeout;
    private final Argument<Duration> waitTimeout;
    private final Argument<Boolean> noWait;

    ApplyingOptions(Syntax syntax) {
        atOnce = syntax.number(OptionSpec.builder("--concurrency")
                .paramLabel("N")
                .defaultValue("8")
                .description("Calls at once, 1 to 64. Default: ${DEFAULT-VALUE}."));
        lockTimeout = syntax.duration(OptionSpec.builder("--lock-timeout")
                .paramLabel("TIME")
                .defaultValue("5m")
                .description("How long to wait for somebody else's apply: 90s, 5m. Default: ${DEFAULT-VALUE}."));
        waitTimeout = syntax.duration(OptionSpec.builder("--wait-timeout")
                .paramLabel("TIME")
                .defaultValue("10m")
                .description("How long one object may take to become ready. Default: ${DEFAULT-VALUE}."));
        noWait = syntax.flag(
                OptionSpec.builder("--no-wait")
                        .description(
                                "Do not wait until what is written is ready. Before a deletion, and within a replacement, it is waited for all the same."));
    }

    private ApplyOptions options(Terminal terminal) {
        return new ApplyOptions.Builder()
                .by(Runner.name(terminal.environment()))
                .run(Runner.run())
                .atOnce(Math.max(1, Math.min(64, atOnce.get())))
                .lockTimeout(lockTimeout.get())
                .stepTimeout(waitTimeout.get())
                .isAwaiting(!noWait.get())
                .lease(lease())
                .build();
    }

    /** Tests that let a lease run out make it short; no option, since nobody else has a reason to. */
    private static LeaseTerms lease() {
        Duration lasts = Duration.ofSeconds(Integer.getInteger("davit.lease.seconds", 30));
        Duration third = lasts.dividedBy(3);
        return new LeaseTerms(lasts, third, third.compareTo(LOOKED) < 0 ? third : LOOKED);
    }

    /**
     * Carries a plan out, tells of it, and gives the code to end with.
     *
     * @param compare compares again before the first write; empty for a plan that was made a moment ago
     */
    int carryOut(
            Plan plan,
            Connection connection,
            Optional<Function<Wanted, Comparison>> compare,
            Terminal terminal,
            boolean json) {
        Wanted wanted = plan.wanted();
        try (Journal journal = Journal.open(
                        Runner.journals(terminal.environment()), plan.place(), wanted.stack(), wanted.stage());
                Following following = new Following(progress(terminal), terminal.isQuiet())) {
            Applier applier = new Applier(connection, journal, options(terminal), following);
            following.follow(applier);
            Outcome outcome = compare.isPresent() ? applier.applySaved(plan, compare.get()) : applier.apply(plan);
            following.end();
            int code = Outcomes.code(outcome.ending());
            return tell(
                    plan,
                    outcome,
                    code == ExitCode.INTERRUPTED ? following.code().orElse(code) : code,
                    terminal,
                    json);
        }
    }

    private static String sent(Outcome outcome) {
        boolean any = outcome.steps().stream().anyMatch(it -> it.state() == StepResult.State.NOT_AWAITED);
        return any ? "what was sent was not waited for: davit status shows whether it is ready\n" : "";
    }

    private static ApplyProgress progress(Terminal terminal) {
        return terminal.redraws()
                ? ApplyProgress.onTerminal(
                        terminal.err(), terminal.width(), terminal.colorsErr(), InstantSource.system())
                : ApplyProgress.inLines(terminal.err(), InstantSource.system());
    }

    private static int tell(Plan plan, Outcome outcome, int code, Terminal terminal, boolean json) {
        if (json) {
            terminal.out().print(OutcomeView.json(plan, outcome, code));
            terminal.out().flush();
        }
        if (code != ExitCode.OK) {
            throw Outcomes.failure(plan, outcome, code, terminal.width());
        }
        if (!json) {
            String release = outcome.release()
                    .map(it -> ", release " + it.number() + " of "
                            + plan.wanted().stack() + "/" + plan.wanted().stage())
                    .orElse("");
            String done = outcome.steps().isEmpty() ? outcome.detail() : "applied: " + OutcomeView.counts(outcome);
            terminal.out().print("\n" + done + release + "\n" + sent(outcome));
        }
        return code;
    }
}
