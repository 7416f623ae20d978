package dev.davit.cli.command;

import dev.davit.apply.Release;
import dev.davit.apply.Rollback;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.PlanDetail;
import dev.davit.cli.view.PlanView;
import dev.davit.plan.Plan;
import dev.davit.plan.Wanted;
import dev.davit.target.CompareOptions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.OptionSpec;

/** Goes back to what an earlier release wanted, by a plan like any other. */
final class RollbackCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final StackOptions stack;
    private final Argument<Integer> number;
    private final Argument<Boolean> keepBuilds;
    private final PermissionOptions permissions;
    private final ViewOptions view;
    private final GateOptions gates;
    private final ApplyingOptions applying;
    private final Argument<Boolean> yes;
    private final Argument<Boolean> planOnly;

    RollbackCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage()
                .description("Go back to what an earlier release wanted: a plan like any other, made from its record.")
                .footer(
                        "",
                        "Data is not rolled back. What was deleted with its data is made anew, and empty. Where Render builds from a repository and another commit runs now than when the release ended, that commit is built again, and stays, without auto-deploy, until the next davit apply.");
        stack = new StackOptions(syntax, terminal);
        number = syntax.number(OptionSpec.builder("--to")
                .paramLabel("RELEASE")
                .description("Its number in davit history. Default: the last one that was done, before the newest."));
        keepBuilds = syntax.flag(OptionSpec.builder("--keep-builds")
                .description("Let what Render builds from a repository stay at the commit that runs now."));
        permissions = new PermissionOptions(syntax);
        view = new ViewOptions(syntax);
        gates = new GateOptions(syntax);
        applying = new ApplyingOptions(syntax);
        yes = syntax.flag(OptionSpec.builder("--yes").description("Do not ask."));
        planOnly = syntax.flag(OptionSpec.builder("--plan").description("Show the plan and change nothing."));
    }

    @Override
    public Integer call() {
        Approval approval = Approval.yes(terminal);
        if (!yes.get() && !planOnly.get()) {
            approval.requireSomebody("davit rollback");
        }
        CompareOptions options = permissions.toCompareOptions();
        return stack.with(terminal, (name, connection) -> {
            List<Release> known = connection.releases(name.name(), name.stage()).list();
            Release release =
                    Rollback.to(known, number.given().map(OptionalInt::of).orElse(OptionalInt.empty()));
            terminal.note("back to release " + release.number() + ": " + release.summary());
            Wanted wanted = connection.asItRan(
                    release.wanted(), Rollback.next(known, release).filter(it -> !keepBuilds.get()));
            Plan plan = Planning.of(wanted, connection, permissions);
            if (planOnly.get() || !view.isJson()) {
                view.print(plan, terminal, () -> PlanView.plan(plan, view.style(terminal, PlanDetail.SUMMARY)));
            }
            gates.check(plan);
            if (planOnly.get()) {
                return ExitCode.OK;
            }
            boolean asks = !yes.get() && !plan.isEmpty();
            if (asks) {
                approval.ask("\nRoll " + name + " back at " + plan.place().name() + "? Only yes is taken: ");
            }
            return applying.carryOut(
                    plan,
                    connection,
                    asks ? Optional.of(it -> connection.compare(it, options)) : Optional.empty(),
                    terminal,
                    view.isJson());
        });
    }
}
