package dev.davit.cli.command;

import dev.davit.cli.Terminal;
import dev.davit.cli.view.PlanDetail;
import dev.davit.cli.view.PlanView;
import dev.davit.plan.Plan;
import dev.davit.plan.PlanFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.OptionSpec;

/** Shows what an apply would do, in which order, and what users would feel. */
final class PlanCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Argument<Path> source;
    private final SynthesisOptions synthesis;
    private final PlaceOptions place;
    private final PermissionOptions permissions;
    private final ViewOptions view;
    private final GateOptions gates;
    private final DetailedExitOption exit;
    private final Argument<Path> out;

    PlanCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage()
                .description(
                        "Show what an apply would do, wave by wave, and what users would feel. Changes nothing live.");
        source = DefinitionOptions.source(syntax);
        synthesis = SynthesisOptions.live(syntax);
        place = new PlaceOptions(syntax, terminal);
        permissions = new PermissionOptions(syntax);
        view = new ViewOptions(syntax);
        gates = new GateOptions(syntax);
        exit = new DetailedExitOption(syntax);
        out = syntax.path(OptionSpec.builder("-o", "--out")
                .paramLabel("FILE")
                .description("Save the plan for davit apply FILE. It holds no secret value."));
    }

    @Override
    public Integer call() {
        try (LiveStack stack = synthesis.live(source.get(), place, terminal)) {
            Plan plan = Planning.of(stack.wanted(), stack.connection(), permissions);
            view.print(plan, terminal, () -> PlanView.plan(plan, view.style(terminal, PlanDetail.SUMMARY)));
            gates.check(plan);
            out.given().ifPresent(file -> save(plan, file));
            return exit.code(!plan.isEmpty());
        }
    }

    private void save(Plan plan, Path file) {
        PlanFile.save(plan, file);
        terminal.note("saved to " + file + "; next: davit apply " + file);
    }
}
