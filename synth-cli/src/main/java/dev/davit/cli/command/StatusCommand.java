package dev.davit.cli.command;

import dev.davit.apply.ApplyException;
import dev.davit.apply.Health;
import dev.davit.apply.LeaseRecord;
import dev.davit.apply.Release;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.OutputFormat;
import dev.davit.cli.view.StatusView;
import dev.davit.plan.Plan;
import dev.davit.plan.Verification;
import dev.davit.target.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Says how a stack is at a live place. */
final class StatusCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final StackOptions stack;
    private final Argument<OutputFormat> format;

    StatusCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage()
                .description(
                        "Show what was applied last, whether it is ready and still as it was applied, and who applies it just now.");
        stack = new StackOptions(syntax, terminal);
        format = ViewOptions.format(syntax);
    }

    @Override
    public Integer call() {
        return stack.with(terminal, (name, connection) -> {
            StatusView view = view(name, connection);
            terminal.out()
                    .print(
                            format.get() == OutputFormat.JSON
                                    ? view.json()
                                    : view.text(terminal.width(), Instant.now()));
            return ExitCode.OK;
        });
    }

    private static StatusView view(StackOptions.Name name, Connection connection) {
        List<Release> releases = connection.releases(name.name(), name.stage()).list();
        Optional<LeaseRecord> lease = connection
                .lease(name.name(), name.stage())
                .read()
                .filter(it -> !it.holder().isEmpty());
        Optional<Plan> drift = new Applied(releases)
                .last()
                .filter(it -> it.wanted().literalSecret().isEmpty())
                .map(it -> Applied.comparedWith(it, connection, Verification.RECORDED));
        return new StatusView(
                name.name(), name.stage(), connection.place(), releases, lease, drift, health(name, connection));
    }

    /** Who may see what was applied may still not see all that runs. */
    private static Optional<List<Health>> health(StackOptions.Name name, Connection connection) {
        try {
            return Optional.of(connection.health(name.name(), name.stage()));
        } catch (ApplyException e) {
            if (e.reason() == ApplyException.Reason.NO_PERMISSION) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
