package dev.davit.cli.command;

import dev.davit.apply.LeaseRecord;
import dev.davit.apply.LeaseStore;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.LeaseText;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.OptionSpec;

/** Shows who holds a stack's lease, and ends it where that is asked for by the holder's name. */
final class UnlockCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final StackOptions stack;
    private final Argument<String> holder;

    UnlockCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage()
                .description("Show who applies a stack just now; end their lease with --break.")
                .footer("", "A lease ends by itself soon after its holder dies: --break is for those who cannot wait.");
        stack = new StackOptions(syntax, terminal);
        holder = syntax.text(
                OptionSpec.builder("--break")
                        .paramLabel("HOLDER")
                        .description(
                                "End the lease of this holder, as shown. If it is alive, it stops at its next renewal: within 10 s, on Render within a minute or two."));
    }

    @Override
    public Integer call() {
        return stack.with(terminal, (name, place) -> {
            LeaseStore store = place.lease(name.name(), name.stage());
            Optional<LeaseRecord> held = store.read().filter(it -> !it.holder().isEmpty());
            terminal.out().print(LeaseText.of(held, Instant.now()) + "\n");
            holder.given().ifPresent(it -> end(it, store, held, name));
            return ExitCode.OK;
        });
    }

    private void end(String holder, LeaseStore store, Optional<LeaseRecord> held, StackOptions.Name name) {
        LeaseRecord lease = held.filter(it -> it.holder().equals(holder))
                .orElseThrow(() -> new Failure(
                        ExitCode.USAGE,
                        "the lease is not held by " + holder,
                        "--break " + holder,
                        held.map(it -> "its holder is " + it.holder()).orElse("nobody holds it"),
                        "nothing was changed"));
        LeaseRecord free = new LeaseRecord("", lease.token() + 1, lease.renewedAt(), lease.seconds(), lease.version());
        if (store.write(free).isEmpty()) {
            throw new Failure(
                    ExitCode.LEASE_HELD,
                    "the lease was renewed just now",
                    name.toString(),
                    "its holder is alive: " + lease.holder(),
                    "stop that apply where it runs, or run this again");
        }
        terminal.note("the lease of " + lease.holder() + " is ended");
    }
}
