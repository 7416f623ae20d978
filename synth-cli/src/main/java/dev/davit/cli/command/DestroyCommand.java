package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.PlanDetail;
import dev.davit.cli.view.PlanView;
import dev.davit.plan.Plan;
import dev.davit.plan.Wanted;
import dev.davit.target.CompareOptions;
import dev.davit.target.Connection;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes what a stack has, and keeps its data. */
@Command(
        name = "destroy",
        description = "Delete what a stack has at a live place. What holds data stays unless --allow-delete names it.")
public final class DestroyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private StackOptions stack;

    @Option(
            names = "--confirm",
            paramLabel = "NAME",
            description = "The stack's name, in place of the question. There is no --yes: a name cannot slip.")
    private String confirmed;

    @Option(
            names = "--allow-delete",
            paramLabel = "OBJECT",
            description =
                    "A stateful object may be deleted, as the plan names it: \"PersistentVolumeClaim shop/data\". Repeat for each.")
    private java.util.List<String> deletes = java.util.List.of();

    @Mixin
    private ViewOptions view;

    @Mixin
    private GateOptions gates;

    @Mixin
    private ApplyingOptions applying;

    @Option(names = "--plan", description = "Show the plan and change nothing.")
    private boolean planOnly;

    public DestroyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (confirmed == null && !planOnly) {
            new Approval(terminal, "", "--confirm NAME").requireSomebody("davit destroy");
        }
        return stack.with(terminal, this::destroy);
    }

    private int destroy(StackOptions.Name name, Connection connection) {
        requireName(name);
        CompareOptions options = new CompareOptions(false, java.util.Set.of(), java.util.Set.copyOf(deletes));
        Plan plan = Planning.of(Wanted.nothing(name.name(), name.stage(), name.target()), connection, options);
        if (planOnly || !view.isJson()) {
            view.print(plan, terminal, () -> PlanView.plan(plan, view.style(terminal, PlanDetail.SUMMARY)));
        }
        if (planOnly) {
            return gates.code(plan);
        }
        gates.check(plan);
        boolean asks = confirmed == null && !plan.isEmpty();
        if (asks) {
            new Approval(terminal, name.name(), "--confirm NAME")
                    .ask("\nDelete this at " + plan.place().name() + "? Type the stack's name, " + name.name() + ": ");
        }
        return applying.carryOut(
                plan,
                connection,
                asks ? Optional.of(wanted -> connection.compare(wanted, options)) : Optional.empty(),
                terminal,
                view.isJson());
    }

    private void requireName(StackOptions.Name name) {
        if (confirmed != null && !confirmed.equals(name.name())) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--confirm names another stack",
                    "--confirm " + confirmed,
                    "the stack is " + name.name(),
                    "nothing was changed; check which stack and place you mean");
        }
    }
}
