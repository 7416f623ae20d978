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
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Carries a plan out: one that was saved, or one that is made now. */
final class ApplyCommand implements Callable<Integer> {
    private static final int SHORTEST_HASH = 12;

    private final Terminal terminal;
    private final Argument<Path> what;
    private final SynthesisOptions synthesis;
    private final PlaceOptions place;
    private final PermissionOptions permissions;
    private final ViewOptions view;
    private final GateOptions gates;
    private final ApplyingOptions applying;
    private final Argument<Boolean> yes;
    private final Argument<String> hash;
    private final Argument<Boolean> resume;

    ApplyCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage()
                .description("Make what is live as a definition or a saved plan says, wave by wave.")
                .footer(
                        "",
                        "Ctrl-C: calls that run are finished, then it stops and says how to go on. Again: it stops at once.");
        what = syntax.path(
                PositionalParamSpec.builder()
                        .arity("0..1")
                        .paramLabel("PLAN or SOURCE")
                        .defaultValue(".")
                        .description(
                                "A file that davit plan --out wrote (no user code is loaded), or FILE.java, folder of sources, JAR or Maven project. Default: this folder."));
        synthesis = SynthesisOptions.live(syntax);
        place = new PlaceOptions(syntax, terminal);
        permissions = new PermissionOptions(syntax);
        view = new ViewOptions(syntax);
        gates = new GateOptions(syntax);
        applying = new ApplyingOptions(syntax);
        yes = syntax.flag(OptionSpec.builder("--yes").description("Do not ask."));
        hash = syntax.text(
                OptionSpec.builder("--plan-hash")
                        .paramLabel("HASH")
                        .description(
                                "Stop with code 5 unless the plan is the approved one: 12 or more digits of what davit plan shows."));
        resume = syntax.flag(OptionSpec.builder("--resume")
                .description("Go on with the plan of the last apply, which did not come to its end."));
    }

    @Override
    public Integer call() {
        requireHash();
        if (!yes.get()) {
            approval().requireSomebody("davit apply");
        }
        return isSaved() ? saved() : fresh();
    }

    private Approval approval() {
        return Approval.yes(terminal);
    }

    private boolean isSaved() {
        Path file = what.get();
        String name =
                file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && !name.endsWith(".java") && !name.endsWith(".jar");
    }

    private int saved() {
        Plan plan = PlanFile.read(what.get());
        try (Connection connection = place.connect(
                synthesis.choice(place).ofPlan(plan.place().target(), what.get().toString()), plan, terminal)) {
            return again(plan, connection);
        }
    }

    private int fresh() {
        try (LiveStack stack = synthesis.live(what.get(), place, terminal)) {
            Connection connection = stack.connection();
            if (resume.get()) {
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
        if (yes.get() || plan.isEmpty()) {
            return false;
        }
        approval().ask("\nApply this to " + plan.place().name() + "? Only yes is taken: ");
        return true;
    }

    private void requireHash() {
        if (hash.given().filter(ApplyCommand::isNoHash).isPresent()) {
            throw new Failure(
                    ExitCode.USAGE,
                    "this names no plan",
                    "--plan-hash " + hash.get(),
                    "it takes 12 or more of the digits that davit plan shows first",
                    "copy them from there");
        }
    }

    private static boolean isNoHash(String text) {
        return text.length() < SHORTEST_HASH || !text.matches("[0-9a-f]+");
    }

    private void requireApproved(Plan plan) {
        if (hash.given().filter(it -> !plan.digest().startsWith(it)).isPresent()) {
            throw new Failure(
                    ExitCode.STALE,
                    "the plan is not the approved one",
                    "--plan-hash " + hash.get(),
                    "what there is to do now is plan " + PlanSummary.id(plan)
                            + ": the definition or what is live has changed",
                    "look at davit plan and have that approved");
        }
    }
}
