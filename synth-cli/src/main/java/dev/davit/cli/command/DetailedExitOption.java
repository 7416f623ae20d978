package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import picocli.CommandLine.Model.OptionSpec;

/** Lets a command that only looks say what it saw by its exit code. */
final class DetailedExitOption {
    private final Argument<Boolean> detailed;

    DetailedExitOption(Syntax syntax) {
        detailed = syntax.flag(OptionSpec.builder("--detailed-exitcode")
                .description("End with code 2 where there are changes, with 0 only where there are none."));
    }

    int code(boolean changes) {
        return detailed.get() && changes ? ExitCode.CHANGES : ExitCode.OK;
    }
}
