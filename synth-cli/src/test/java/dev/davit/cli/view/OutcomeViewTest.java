package dev.davit.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.Ending;
import dev.davit.apply.Outcome;
import dev.davit.apply.Refusal;
import dev.davit.apply.StepResult.State;
import dev.davit.cli.Golden;
import dev.davit.plan.Change;
import dev.davit.plan.Stale;
import dev.davit.plan.Step.Verb;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomeViewTest {
    private static final Path KEPT = Path.of("src/test/cases/plan-view");

    private static Outcome.Builder outcome(Ending ending) {
        Outcome.Builder outcome = new Outcome.Builder();
        outcome.ending(ending).detail("something came in between").isResumable(true);
        return outcome;
    }

    private static final Outcome PARTLY = outcome(Ending.PARTLY)
            .addSteps(
                    Plans.result(Plans.step("a", Verb.APPLY, "ConfigMap", "settings"), 1, State.DONE, "there", 1),
                    Plans.result(
                            Plans.step("b", Verb.APPLY, "Deployment.apps", "api"),
                            2,
                            State.FAILED,
                            "ImagePullBackOff",
                            94,
                            "Warning Failed: acme/api:1.9.0 not found",
                            "log: listening on 8080"),
                    Plans.result(
                            Plans.step("c", Verb.DELETE, "Service", "old"),
                            3,
                            State.SKIPPED,
                            "not begun: Deployment shop/api comes first",
                            0))
            .build();

    @Test
    void an_apply_that_failed_shows_what_is_not_as_it_is_to_be() throws Exception {
        assertThat(OutcomeView.counts(PARTLY)).isEqualTo("1 done, 1 failed, 1 skipped");
        Golden.assertHolds(KEPT.resolve("outcome-partly.txt"), OutcomeView.details(PARTLY, 80));
    }

    @Test
    void a_stale_plan_shows_what_was_approved_and_what_would_be_done_now() throws Exception {
        Change approved = Plans.small().changes().get(3);
        Change now = Plans.small().changes().get(2);
        Outcome outcome = outcome(Ending.STALE)
                .addStale(new Stale(
                        Optional.of(approved.key()),
                        "someone changed what the plan changes",
                        "update, rolling, 3 fields",
                        "update, restart, 1 field",
                        Optional.of(approved),
                        Optional.of(now)))
                .build();

        Golden.assertHolds(KEPT.resolve("outcome-stale.txt"), OutcomeView.details(outcome, 100));
    }

    @Test
    void rights_that_are_missing_are_named() {
        Outcome outcome = outcome(Ending.NO_PERMISSION)
                .addRefusals(new Refusal("delete", "Secret", "shop"), new Refusal("create", "Namespace", ""))
                .build();

        assertThat(OutcomeView.counts(outcome)).isEqualTo("no step begun");
        assertThat(OutcomeView.details(outcome, 80)).isEqualTo("""
                    MISSING  the right to delete Secret in shop
                    MISSING  the right to create Namespace
                """);
    }
}
