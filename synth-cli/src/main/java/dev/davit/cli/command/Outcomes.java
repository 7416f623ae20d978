package dev.davit.cli.command;

import dev.davit.apply.Ending;
import dev.davit.apply.Outcome;
import dev.davit.apply.Release;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.view.OutcomeView;
import dev.davit.plan.Plan;

/** Gives each ending of an apply its exit code, and says what to do next. */
final class Outcomes {
    private Outcomes() {}

    static int code(Ending ending) {
        return switch (ending) {
            case DONE, NOTHING_TO_DO -> ExitCode.OK;
            case BLOCKED -> ExitCode.FINDINGS;
            case NO_PERMISSION -> ExitCode.NO_PERMISSION;
            case LEASE_HELD, LEASE_LOST -> ExitCode.LEASE_HELD;
            case STALE -> ExitCode.STALE;
            case UNAVAILABLE -> ExitCode.UNAVAILABLE;
            case FAILED -> ExitCode.FAILED;
            case PARTLY -> ExitCode.PARTLY_APPLIED;
            case NOT_READY -> ExitCode.NOT_READY;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
        };
    }

    /** Says why it is not done. */
    static Failure failure(Plan plan, Outcome outcome, int code, int columns) {
        String where = plan.wanted().stack() + "/" + plan.wanted().stage()
                + outcome.release()
                        .map(Release::number)
                        .map(it -> ", release " + it)
                        .orElse("");
        String why = outcome.detail()
                + (outcome.steps().isEmpty()
                        ? ""
                        : "\n" + OutcomeView.counts(outcome) + " of "
                                + outcome.steps().size() + " steps");
        Failure failure = new Failure(code, what(outcome.ending()), where, why, next(outcome))
                .withDetails(OutcomeView.details(outcome, columns));
        return outcome.failure().<Failure>map(failure::causedBy).orElse(failure);
    }

    private static String what(Ending ending) {
        return switch (ending) {
            case DONE, NOTHING_TO_DO -> "nothing is wrong";
            case BLOCKED -> "the plan cannot be applied as it is";
            case NO_PERMISSION -> "credentials or rights are missing";
            case LEASE_HELD -> "somebody else applies this stack";
            case LEASE_LOST -> "somebody else may have taken over, so this apply stopped writing";
            case STALE -> "what is live is not what the plan saw";
            case UNAVAILABLE -> "the platform cannot be reached";
            case FAILED -> "the apply failed";
            case PARTLY -> "the apply did not get to its end";
            case NOT_READY -> "all is applied, and not all was ready in time";
            case INTERRUPTED -> "the apply was stopped";
        };
    }

    private static String next(Outcome outcome) {
        String resume = outcome.isResumable() ? ", or davit apply --resume to go on with the same plan" : "";
        return switch (outcome.ending()) {
            case DONE, NOTHING_TO_DO -> "";
            case BLOCKED -> "do what the plan says under each of them";
            case NO_PERMISSION -> "have them granted, then apply again" + resume;
            case LEASE_HELD -> "wait for them, raise --lock-timeout, or see davit unlock";
            case LEASE_LOST -> "see davit history for who applies it; plan again when they are done";
            case STALE -> "make the plan again and look at it";
            case UNAVAILABLE ->
                "davit doctor looks whether it can be reached; "
                        + (outcome.steps().isEmpty() ? "nothing was changed" : "then davit apply again" + resume);
            case FAILED, PARTLY ->
                "correct what is said above and apply again" + resume
                        + "; davit rollback goes back to the release before";
            case NOT_READY -> "davit status looks again; davit rollback goes back to the release before";
            case INTERRUPTED -> outcome.steps().isEmpty() ? "nothing was changed" : "davit apply again" + resume;
        };
    }
}
