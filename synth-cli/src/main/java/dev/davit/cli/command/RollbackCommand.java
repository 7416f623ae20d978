package dev.davit.cli.command;

import dev.davit.apply.Release;
import dev.davit.apply.Rollback;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.PlanDetail;
import dev.davit.cli.view.PlanView;
import dev.davit.plan.Plan;
import dev.davit.target.CompareOptions;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Goes back to what an earlier release wanted, by a plan like any other. */
@Command(
        name = "rollback",
        description = "Go back to what an earlier release wanted: a plan like any other, made from its record.",
        footer = {"", "Data is not rolled back. What was deleted with its data is made anew, and empty."})
public final class RollbackCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private StackOptions stack;

    @Option(
            names = "--to",
            paramLabel = "RELEASE",
            description = "Its number in davit history. Default: the last one that was done, before the newest.")
    private Integer number;

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

    @Option(names = "--plan", description = "Show the plan and change nothing.")
    private boolean planOnly;

    public RollbackCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Approval approval = Approval.yes(terminal);
        if (!yes && !planOnly) {
            approval.requireSomebody("davit rollback");
        }
        CompareOptions options = permissions.toCompareOptions();
        return stack.with(terminal, (name, connection) -> {
            Release release = Rollback.to(
                    connection.releases(name.name(), name.stage()).list(),
                    number == null ? OptionalInt.empty() : OptionalInt.of(number));
            terminal.note("back to release " + release.number() + ": " + release.summary());
            Plan plan = Planning.of(release.wanted(), connection, permissions);
            if (planOnly || !view.isJson()) {
                view.print(plan, terminal, () -> PlanView.plan(plan, view.style(terminal, PlanDetail.SUMMARY)));
            }
            gates.check(plan);
            if (planOnly) {
                return ExitCode.OK;
            }
            boolean asks = !yes && !plan.isEmpty();
            if (asks) {
                approval.ask("\nRoll " + name + " back at " + plan.place().name() + "? Only yes is taken: ");
            }
            return applying.carryOut(
                    plan,
                    connection,
                    asks ? Optional.of(wanted -> connection.compare(wanted, options)) : Optional.empty(),
                    terminal,
                    view.isJson());
        });
    }
}
