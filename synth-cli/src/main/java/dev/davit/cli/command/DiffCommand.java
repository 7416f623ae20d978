package dev.davit.cli.command;

import dev.davit.cli.Terminal;
import dev.davit.cli.view.PlanDetail;
import dev.davit.cli.view.PlanView;
import dev.davit.plan.Plan;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows how a definition and a live place differ. */
@Command(name = "diff", description = "Show how a definition differs from what is live. Writes nothing anywhere.")
public final class DiffCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SOURCE",
            defaultValue = ".",
            description = "FILE.java, folder of sources, JAR or Maven project. Default: this folder.")
    private Path source;

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
    private DetailedExitOption exit;

    public DiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (LiveStack stack = synthesis.live(source, place, terminal)) {
            Plan plan = Planning.of(stack.wanted(), stack.connection(), permissions);
            view.print(plan, terminal, () -> PlanView.diff(plan, "Diff", view.style(terminal, PlanDetail.CHANGES)));
            gates.check(plan);
            return exit.code(!plan.isEmpty());
        }
    }
}
