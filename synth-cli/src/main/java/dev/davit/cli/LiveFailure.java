package dev.davit.cli;

import dev.davit.apply.ApplyException;
import dev.davit.apply.JournalException;
import dev.davit.apply.LeaseHeldException;
import dev.davit.plan.PlanException;
import java.util.Optional;

/** Gives what planning and applying report its exit code. */
final class LiveFailure {
    private LiveFailure() {}

    /** Says it as the command line does; empty for what neither of them reports. */
    static Optional<Failure> of(Exception fault) {
        Failure failure = null;
        if (fault instanceof ApplyException refused) {
            failure = new Failure(code(refused.reason()), refused.getMessage(), refused.where(), "", refused.next());
        } else if (fault instanceof PlanException plan) {
            failure = new Failure(ExitCode.BAD_INPUT, plan.what(), plan.where(), plan.why(), plan.next());
        } else if (fault instanceof JournalException journal) {
            failure = new Failure(
                    ExitCode.CANNOT_WRITE, journal.getMessage(), journal.where(), reason(journal), journal.next());
        } else if (fault instanceof LeaseHeldException held) {
            failure = new Failure(
                    ExitCode.LEASE_HELD,
                    "somebody else applies this stack",
                    held.holder(),
                    held.getMessage(),
                    "wait until that is done, then run again");
        }
        return Optional.ofNullable(failure).map(it -> it.causedBy(fault));
    }

    private static String reason(Exception fault) {
        return fault.getCause() == null ? "" : String.valueOf(fault.getCause().getMessage());
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
