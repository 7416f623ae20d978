package dev.davit.cli.command;

import dev.davit.cli.Terminal;
import dev.davit.cli.view.PlanDetail;
import dev.davit.cli.view.PlanView;
import dev.davit.plan.Plan;
import dev.davit.plan.PlanFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what an apply would do, in which order, and what users would feel. */
@Command(
        name = "plan",
        description = "Show what an apply would do, wave by wave, and what users would feel. Changes nothing live.")
public final class PlanCommand implements Callable<Integer> {
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

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Save the plan for davit apply FILE. It holds no secret value.")
    private Path out;

    public PlanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (LiveStack stack = synthesis.live(source, place, terminal)) {
            Plan plan = Planning.of(stack.wanted(), stack.connection(), permissions);
            view.print(plan, terminal, () -> PlanView.plan(plan, view.style(terminal, PlanDetail.SUMMARY)));
            gates.check(plan);
            if (out != null) {
                PlanFile.save(plan, out);
                terminal.note("saved to " + out + "; next: davit apply " + out);
            }
            return exit.code(!plan.isEmpty());
        }
    }
}
