package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.target.RunningSandbox;
import dev.davit.target.SandboxTerms;
import dev.davit.target.SandboxedTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.OptionSpec;

/** Runs Davit's own Render until it is interrupted. */
final class SandboxCommand implements Callable<Integer> {
    private static final int FASTEST = 100_000;

    private final Terminal terminal;
    private final Argument<Integer> port;
    private final Argument<Path> state;
    private final Argument<Integer> speed;
    private final Argument<List<String>> faults;

    SandboxCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage()
                .description("Run Davit's own Render on this machine, for trying things out and for tests.")
                .footer(
                        "",
                        "Prints the variables that lead programs to it, then answers until Ctrl-C. Live commands with --sandbox that run in the same folder find it.");
        port = syntax.number(OptionSpec.builder("--port")
                .paramLabel("N")
                .defaultValue("0")
                .description("The port on 127.0.0.1. Default: one that is free."));
        state = syntax.path(OptionSpec.builder("--state")
                .paramLabel("FILE")
                .description("What keeps it over restarts. Default: the file that --sandbox uses."));
        speed = syntax.number(OptionSpec.builder("--speed")
                .paramLabel("N")
                .defaultValue(Integer.toString(SandboxTerms.USUAL_SPEED))
                .description("Seconds that pass there in one second here. Default: ${DEFAULT-VALUE}."));
        faults = syntax.texts(
                OptionSpec.builder("--fail")
                        .paramLabel("KIND@WHICH")
                        .description(
                                "Let something fail; repeat for more. A request by its number: 500@12; also 429, cut-before, cut-after, truncated, slow, late-list. A service by its name: build@web; also pre-deploy, health."));
    }

    @Override
    public Integer call() throws InterruptedException {
        requireRange("--port", port.get(), 0, 65_535);
        requireRange("--speed", speed.get(), 1, FASTEST);
        SandboxedTarget target = new LiveChoice(Targets.onClassPath(), Optional.empty(), true).sandboxed();
        CountDownLatch end = new CountDownLatch(1);
        Interruption interruption = Interruption.listen(signal -> end.countDown());
        try (RunningSandbox sandbox = start(target)) {
            tell(sandbox, target);
            end.await();
        }
        return interruption.code().orElse(ExitCode.INTERRUPTED);
    }

    private RunningSandbox start(SandboxedTarget target) {
        SandboxTerms terms = new SandboxTerms(
                state.given().orElseGet(() -> SandboxFile.of(target)), port.get(), speed.get(), faults.get());
        try {
            return target.startSandbox(terms);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    ExitCode.USAGE,
                    "this cannot be made to fail",
                    "--fail " + String.join(" --fail ", faults.get()),
                    "",
                    e.getMessage());
        }
    }

    private void tell(RunningSandbox sandbox, SandboxedTarget target) {
        terminal.note("Davit's own " + SandboxFile.platform(target) + " answers at " + sandbox.address()
                + " until Ctrl-C; " + speed.get() + " seconds pass there in one");
        new TreeMap<>(sandbox.environment())
                .forEach((name, value) -> terminal.out().print("export " + name + "=" + value + "\n"));
        terminal.out().flush();
    }

    private static void requireRange(String option, int given, int least, int most) {
        if (given < least || given > most) {
            throw new Failure(
                    ExitCode.USAGE,
                    "this number does not fit",
                    option + " " + given,
                    "it takes " + least + " to " + most,
                    "write a number in that range");
        }
    }
}
