package dev.davit.cli.command;

import dev.davit.apply.Release;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.PlanDetail;
import dev.davit.cli.view.PlanView;
import dev.davit.plan.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what others changed of what was applied. */
@Command(
        name = "drift",
        description = "Show what was changed by others since the last apply. The definition plays no part in it.",
        footer = {"", "Only fields that Davit manages count; what others set beside them is counted and left alone."})
public final class DriftCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private StackOptions stack;

    @Mixin
    private ViewOptions view;

    @Option(
            names = "--detailed-exitcode",
            description = "End with code 2 where a field that Davit manages was changed.")
    private boolean detailed;

    public DriftCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return stack.with(terminal, (name, connection) -> {
            Release release =
                    new Applied(connection.releases(name.name(), name.stage()).list()).require(name);
            Plan plan = Applied.comparedWith(release, connection);
            view.print(
                    plan,
                    terminal,
                    () -> PlanView.drift(plan, release.number(), view.style(terminal, PlanDetail.CHANGES)));
            boolean drifted = !plan.isEmpty() || !plan.blockers().isEmpty();
            return detailed && drifted ? ExitCode.CHANGES : ExitCode.OK;
        });
    }
}
