package dev.davit.cli;

import dev.davit.apply.ApplyException;

/** Gives each reason of a platform's refusal its exit code. */
final class LiveFailure {
    private LiveFailure() {}

    /** Says it as the command line does. */
    static Failure of(ApplyException fault) {
        return new Failure(code(fault.reason()), fault.getMessage(), fault.where(), "", fault.next()).causedBy(fault);
    }

    private static int code(ApplyException.Reason reason) {
        return switch (reason) {
            case UNAVAILABLE -> ExitCode.UNAVAILABLE;
            case NO_PERMISSION -> ExitCode.NO_PERMISSION;
            case STALE -> ExitCode.STALE;
            case REFUSED -> ExitCode.FAILED;
        };
    }
}
