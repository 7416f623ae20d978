package dev.davit.plan;

import static dev.davit.plan.Plans.change;
import static dev.davit.plan.Plans.key;
import static dev.davit.plan.Plans.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.plan.Step.Verb;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanCheckTest {
    private static final ObjectKey WEB = key("Deployment.apps", "web");
    private static final Plan PLAN = plan(update("uid", "1", "c", Effect.ROLLING));

    private static Change update(String uid, String version, String digest, Effect effect) {
        return change(Action.UPDATE, WEB, 50)
                .basis(new Fingerprint(uid, version, digest))
                .impact(Impact.of(effect, Evidence.PROVEN, "template"))
                .addSteps(step("web", Verb.APPLY, WEB))
                .build();
    }

    private static Change creation() {
        return change(Action.CREATE, WEB, 50)
                .addSteps(step("web", Verb.APPLY, WEB))
                .build();
    }

    private static Plan plan(Change change) {
        return Planner.plan(Plans.wanted(Plans.needs()), Plans.comparison(List.of(change)), Plans.READ, Plans.EXPIRES);
    }

    private static Comparison found(Change... changes) {
        return Plans.comparison(List.of(changes));
    }

    private static Comparison unchanged() {
        return new Comparison(Plans.PLACE, List.of(), List.of(WEB), List.of(), List.of(), List.of(), 1);
    }

    private static List<String> stale(Plan plan, Comparison now) {
        return PlanCheck.check(plan, now, Plans.READ).stream()
                .map(it -> it.key().map(key -> key + " ").orElse("") + it.what() + ": " + it.approved() + " -> "
                        + it.now())
                .toList();
    }

    @Test
    void an_object_that_nobody_touched_still_holds() {
        assertThat(stale(PLAN, found(update("uid", "1", "c", Effect.ROLLING)))).isEmpty();
    }

    @Test
    void a_touch_that_changes_neither_the_fields_nor_the_effect_still_holds() {
        assertThat(stale(PLAN, found(update("uid", "2", "c", Effect.ROLLING)))).isEmpty();
    }

    @Test
    void a_field_of_ours_that_someone_changed_does_not() {
        assertThat(stale(PLAN, found(update("uid", "2", "d", Effect.ROLLING))))
                .containsExactly(
                        "Deployment shop/web someone changed what the plan changes: update, rolling, 0 fields ->"
                                + " update, rolling, 0 fields");
    }

    @Test
    void neither_does_another_effect() {
        assertThat(stale(PLAN, found(update("uid", "2", "c", Effect.OUTAGE))))
                .containsExactly("Deployment shop/web users would feel something else: update, rolling, 0 fields ->"
                        + " update, outage, 0 fields");
    }

    @Test
    void nor_another_object_under_the_same_name() {
        assertThat(stale(PLAN, found(update("other", "1", "c", Effect.ROLLING))))
                .containsExactly(
                        "Deployment shop/web it was deleted and made anew: update, rolling, 0 fields -> update,"
                                + " rolling, 0 fields");
    }

    @Test
    void objects_that_appeared_or_vanished_are_told_of() {
        assertThat(stale(PLAN, found(creation())))
                .containsExactly(
                        "Deployment shop/web it has vanished: update, rolling, 0 fields -> create, none, 0 fields");
        assertThat(stale(plan(creation()), found(update("uid", "1", "c", Effect.ROLLING))))
                .containsExactly(
                        "Deployment shop/web it has appeared: create, none, 0 fields -> update, rolling, 0 fields");
        assertThat(stale(plan(creation()), unchanged()))
                .containsExactly("Deployment shop/web it has appeared: create, none, 0 fields -> nothing to do");
        assertThat(stale(PLAN, unchanged()))
                .containsExactly(
                        "Deployment shop/web someone else made this change: update, rolling, 0 fields -> nothing"
                                + " to do");
        assertThat(stale(plan(creation()), found(creation()))).isEmpty();
    }

    @Test
    void a_change_that_the_plan_does_not_have_is_told_of() {
        Change other = change(Action.UPDATE, key("Service", "web"), 30)
                .addSteps(step("s", Verb.APPLY, key("Service", "web")))
                .build();
        assertThat(stale(PLAN, found(update("uid", "1", "c", Effect.ROLLING), other)))
                .containsExactly("Service shop/web someone changed it after the plan was made: nothing to do -> update,"
                        + " none, 0 fields");
    }

    @Test
    void a_blocker_that_is_new_is_told_of() {
        Blocker blocker = new Blocker(Optional.of(WEB), "a conflict", "spec.replicas", "why", "next");
        Comparison now = new Comparison(
                Plans.PLACE,
                List.of(update("uid", "1", "c", Effect.ROLLING)),
                List.of(),
                List.of(),
                List.of(),
                List.of(blocker),
                1);
        assertThat(stale(PLAN, now))
                .containsExactly(
                        "Deployment shop/web something stands in the way now: nothing in the way -> a conflict:"
                                + " spec.replicas");
    }

    @Test
    void another_place_and_a_time_that_is_over_need_no_look_at_the_objects() {
        Comparison elsewhere = new Comparison(
                new Place("kubernetes", "context prod", "other"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                1);
        assertThat(stale(PLAN, elsewhere))
                .containsExactly("the plan is for another place: context prod -> context prod");
        assertThat(PlanCheck.check(PLAN, found(), Plans.EXPIRES.plusSeconds(1)))
                .extracting(Stale::what)
                .containsExactly("the plan is too old");
    }

    @Test
    void what_the_plan_itself_has_begun_is_not_held_against_it() {
        assertThat(PlanCheck.check(PLAN, unchanged(), Plans.EXPIRES.plusSeconds(1), Set.of("web")))
                .isEmpty();
    }
}
