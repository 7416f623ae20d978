package dev.davit.cli.command;

import dev.davit.apply.Journal;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.PlanDetail;
import dev.davit.cli.view.PlanSummary;
import dev.davit.cli.view.PlanView;
import dev.davit.plan.Plan;
import dev.davit.plan.PlanFile;
import dev.davit.plan.Wanted;
import dev.davit.target.CompareOptions;
import dev.davit.target.Connection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Carries a plan out: one that was saved, or one that is made now. */
@Command(
        name = "apply",
        description = "Make what is live as a definition or a saved plan says, wave by wave.",
        footer = {
            "",
            "Ctrl-C: calls that run are finished, then it stops and says how to go on. Again: it stops at once."
        })
public final class ApplyCommand implements Callable<Integer> {
    private static final int SHORTEST_HASH = 12;

    private final Terminal terminal;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PLAN or SOURCE",
            defaultValue = ".",
            description =
                    "A file that davit plan --out wrote (no user code is loaded), or FILE.java, folder of sources, JAR or Maven project. Default: this folder.")
    private Path what;

    @Mixin
    private SynthesisOptions synthesis;

    @Mixin
    private PlaceOptions place;

    @Mixin
    private PermissionOptions permissions;

    @Mixin
    private ViewOptions view;

    @Mixin
    private GateOptions gates;

    @Mixin
    private ApplyingOptions applying;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(
            names = "--plan-hash",
            paramLabel = "HASH",
            description =
                    "Stop with code 5 unless the plan is the approved one: 12 or more digits of what davit plan shows.")
    private String hash;

    @Option(names = "--resume", description = "Go on with the plan of the last apply, which did not come to its end.")
    private boolean resume;

    public ApplyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        requireHash();
        if (!yes) {
            approval().requireSomebody("davit apply");
        }
        return isSaved() ? saved() : fresh();
    }

    private Approval approval() {
        return Approval.yes(terminal);
    }

    private boolean isSaved() {
        String name =
                what.getFileName() == null ? "" : what.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(what) && !name.endsWith(".java") && !name.endsWith(".jar");
    }

    private int saved() {
        Plan plan = PlanFile.read(what);
        try (Connection connection =
                place.connect(Targets.onClassPath().live(plan.place().target()), plan)) {
            return again(plan, connection);
        }
    }

    private int fresh() {
        try (LiveStack stack = synthesis.live(what, place, terminal)) {
            Connection connection = stack.connection();
            if (resume) {
                return again(unfinished(stack.wanted(), connection), connection);
            }
            Plan plan = Planning.of(stack.wanted(), connection, permissions);
            // Who was asked may have thought about it for long.
            return show(plan)
                    ? carryOut(plan, connection, Optional.of(permissions.toCompareOptions()))
                    : carryOut(plan, connection, Optional.empty());
        }
    }

    private int again(Plan plan, Connection connection) {
        show(plan);
        return carryOut(
                plan, connection, Optional.of(CompareOptions.approvedBy(plan).and(permissions.toCompareOptions())));
    }

    private int carryOut(Plan plan, Connection connection, Optional<CompareOptions> again) {
        return applying.carryOut(
                plan,
                connection,
                again.map(options -> wanted -> connection.compare(wanted, options)),
                terminal,
                view.isJson());
    }

    private Plan unfinished(Wanted wanted, Connection connection) {
        try (Journal journal = Journal.open(
                Runner.journals(terminal.environment()), connection.place(), wanted.stack(), wanted.stage())) {
            return journal.unfinishedPlan()
                    .orElseThrow(() -> new Failure(
                            ExitCode.BAD_INPUT,
                            "there is nothing to resume",
                            wanted.stack() + "/" + wanted.stage() + " at "
                                    + connection.place().name(),
                            "this machine has no journal of an apply that did not come to its end",
                            "run davit apply without --resume: it plans what is left to do"));
        }
    }

    /** Shows the plan and gets it approved; says whether somebody was asked. */
    private boolean show(Plan plan) {
        if (!view.isJson()) {
            terminal.out().print(PlanView.plan(plan, view.style(terminal, PlanDetail.SUMMARY)));
            terminal.out().flush();
        }
        requireApproved(plan);
        gates.check(plan);
        if (yes || plan.isEmpty()) {
            return false;
        }
        approval().ask("\nApply this to " + plan.place().name() + "? Only yes is taken: ");
        return true;
    }

    private void requireHash() {
        if (hash != null && (hash.length() < SHORTEST_HASH || !hash.matches("[0-9a-f]+"))) {
            throw new Failure(
                    ExitCode.USAGE,
                    "this names no plan",
                    "--plan-hash " + hash,
                    "it takes 12 or more of the digits that davit plan shows first",
                    "copy them from there");
        }
    }

    private void requireApproved(Plan plan) {
        if (hash != null && !plan.digest().startsWith(hash)) {
            throw new Failure(
                    ExitCode.STALE,
                    "the plan is not the approved one",
                    "--plan-hash " + hash,
                    "what there is to do now is plan " + PlanSummary.id(plan)
                            + ": the definition or what is live has changed",
                    "look at davit plan and have that approved");
        }
    }
}
