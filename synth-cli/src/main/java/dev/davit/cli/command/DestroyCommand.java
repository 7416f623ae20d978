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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.OptionSpec;

/** Deletes what a stack has, and keeps its data. */
final class DestroyCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final StackOptions stack;
    private final Argument<String> confirmed;
    private final Argument<List<String>> deletes;
    private final ViewOptions view;
    private final GateOptions gates;
    private final ApplyingOptions applying;
    private final Argument<Boolean> planOnly;

    DestroyCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage()
                .description(
                        "Delete what a stack has at a live place. What holds data stays unless --allow-delete names it.");
        stack = new StackOptions(syntax, terminal);
        confirmed = syntax.text(OptionSpec.builder("--confirm")
                .paramLabel("NAME")
                .description("The stack's name, in place of the question. There is no --yes: a name cannot slip."));
        deletes = PermissionOptions.deletes(syntax);
        view = new ViewOptions(syntax);
        gates = new GateOptions(syntax);
        applying = new ApplyingOptions(syntax);
        planOnly = syntax.flag(OptionSpec.builder("--plan").description("Show the plan and change nothing."));
    }

    @Override
    public Integer call() {
        if (confirmed.given().isEmpty() && !planOnly.get()) {
            new Approval(terminal, "", "--confirm NAME").requireSomebody("davit destroy");
        }
        return stack.with(terminal, this::destroy);
    }

    private int destroy(StackOptions.Name name, Connection connection) {
        requireName(name);
        CompareOptions options = new CompareOptions(false, Set.of(), Set.copyOf(deletes.get()));
        Plan plan = Planning.of(Wanted.nothing(name.name(), name.stage(), name.target()), connection, options);
        if (planOnly.get() || !view.isJson()) {
            view.print(plan, terminal, () -> PlanView.plan(plan, view.style(terminal, PlanDetail.SUMMARY)));
        }
        gates.check(plan);
        if (planOnly.get()) {
            return ExitCode.OK;
        }
        boolean asks = confirmed.given().isEmpty() && !plan.isEmpty();
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
        if (confirmed.given().filter(it -> !it.equals(name.name())).isPresent()) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--confirm names another stack",
                    "--confirm " + confirmed.get(),
                    "the stack is " + name.name(),
                    "nothing was changed; check which stack and place you mean");
        }
    }
}
