package dev.davit.cli.command;

import dev.davit.cli.Terminal;
import dev.davit.cli.view.PlanDetail;
import dev.davit.cli.view.PlanView;
import dev.davit.plan.Plan;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Shows how a definition and a live place differ. */
final class DiffCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Argument<Path> source;
    private final SynthesisOptions synthesis;
    private final PlaceOptions place;
    private final PermissionOptions permissions;
    private final ViewOptions view;
    private final GateOptions gates;
    private final DetailedExitOption exit;

    DiffCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage().description("Show how a definition differs from what is live. Writes nothing anywhere.");
        source = DefinitionOptions.source(syntax);
        synthesis = SynthesisOptions.live(syntax);
        place = new PlaceOptions(syntax, terminal);
        permissions = new PermissionOptions(syntax);
        view = new ViewOptions(syntax);
        gates = new GateOptions(syntax);
        exit = new DetailedExitOption(syntax);
    }

    @Override
    public Integer call() {
        try (LiveStack stack = synthesis.live(source.get(), place, terminal)) {
            Plan plan = Planning.of(stack.wanted(), stack.connection(), permissions);
            view.print(plan, terminal, () -> PlanView.diff(plan, "Diff", view.style(terminal, PlanDetail.CHANGES)));
            gates.check(plan);
            return exit.code(!plan.isEmpty());
        }
    }
}
