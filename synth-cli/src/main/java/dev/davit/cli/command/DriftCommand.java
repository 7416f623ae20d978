package dev.davit.cli.command;

import dev.davit.apply.Release;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.PlanDetail;
import dev.davit.cli.view.PlanView;
import dev.davit.plan.Plan;
import dev.davit.plan.Verification;
import java.util.concurrent.Callable;

/** Shows what others changed of what was applied. */
final class DriftCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final StackOptions stack;
    private final Argument<Verification> verification;
    private final ViewOptions view;
    private final DetailedExitOption exit;

    DriftCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage()
                .description(
                        "Show what was changed by others since the last apply. The definition plays no part in it.")
                .footer(
                        "",
                        "Only fields that Davit manages count; what others set beside them is counted and left alone.");
        stack = new StackOptions(syntax, terminal);
        verification = PermissionOptions.verification(syntax);
        view = new ViewOptions(syntax);
        exit = new DetailedExitOption(syntax);
    }

    @Override
    public Integer call() {
        return stack.with(terminal, (name, connection) -> {
            Release release =
                    new Applied(connection.releases(name.name(), name.stage()).list()).require(name);
            Plan plan = Applied.comparedWith(release, connection, verification.get());
            view.print(
                    plan,
                    terminal,
                    () -> PlanView.drift(plan, release.number(), view.style(terminal, PlanDetail.CHANGES)));
            return exit.code(!plan.isEmpty() || !plan.blockers().isEmpty());
        });
    }
}
