package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import picocli.CommandLine.Option;

/** Lets a command that only looks say what it saw by its exit code. */
final class DetailedExitOption {
    @Option(
            names = "--detailed-exitcode",
            description = "End with code 2 where there are changes, with 0 only where there are none.")
    private boolean detailed;

    int code(boolean changes) {
        return detailed && changes ? ExitCode.CHANGES : ExitCode.OK;
    }
}
