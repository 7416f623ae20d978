package dev.davit.plan;

import static dev.davit.plan.Plans.change;
import static dev.davit.plan.Plans.create;
import static dev.davit.plan.Plans.key;
import static dev.davit.plan.Plans.needs;
import static dev.davit.plan.Plans.outline;
import static dev.davit.plan.Plans.plan;
import static dev.davit.plan.Plans.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.plan.Step.Verb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlannerTest {
    @Test
    void ranks_come_one_after_the_other_and_what_has_one_rank_runs_together() {
        assertThat(outline(plan(
                        needs(),
                        create("Deployment", "web", 50, "web"),
                        create("Service", "web", 30, "web"),
                        create("Service", "api", 30, "api"),
                        create("Namespace", "shop", 0, ""))))
                .isEqualTo("""
                        1: Namespace/shop
                        2: Service/api, Service/web  after Namespace shop/shop ready
                        3: Deployment/web  after Service shop/api ready, Service shop/web ready
                        """);
    }

    @Test
    void within_a_rank_a_resource_comes_after_those_that_it_needs_through_others_that_do_not_change() {
        assertThat(outline(plan(
                        needs("web needs api", "api needs db", "other needs db"),
                        create("Deployment", "web", 50, "web"),
                        create("StatefulSet", "db", 50, "db"),
                        create("Deployment", "other", 50, "other"))))
                .isEqualTo("""
                        1: StatefulSet/db
                        2: Deployment/other, Deployment/web  after StatefulSet shop/db ready
                        """);
    }

    @Test
    void what_is_ready_at_once_makes_nothing_of_its_rank_wait() {
        Change web = ready("web");
        Change db = ready("db");
        assertThat(outline(plan(
                        needs("web needs api", "api needs db"),
                        web,
                        create("PersistentVolumeClaim", "api", 20, "api"),
                        db,
                        create("PersistentVolumeClaim", "web", 20, "web"))))
                .isEqualTo("""
                        1: ConfigMap/db, ConfigMap/web, PersistentVolumeClaim/api
                        2: PersistentVolumeClaim/web  after the 3 steps of wave 1
                        """);
    }

    private static Change ready(String name) {
        return new Change.Builder()
                .from(create("ConfigMap", name, 20, name))
                .isReadyAtOnce(true)
                .build();
    }

    @Test
    void the_steps_of_one_change_follow_each_other_and_what_comes_later_waits_for_all_of_them() {
        Change adopt = change(Action.ADOPT, key("ConfigMap", "a"), 20)
                .addSteps(
                        step("adopt", Verb.ADOPT, key("ConfigMap", "a")),
                        step("apply", Verb.APPLY, key("ConfigMap", "a")))
                .build();
        assertThat(outline(
                        plan(needs(), adopt, create("ConfigMap", "b", 20, ""), create("Deployment", "web", 50, "web"))))
                .isEqualTo("""
                        1: adopt, ConfigMap/b
                        2: apply  after ConfigMap shop/a handed over, ConfigMap shop/b ready
                        3: Deployment/web  after ConfigMap shop/a ready
                        """);
    }

    @Test
    void what_a_replacement_deletes_goes_when_all_that_points_at_it_has_moved_and_before_what_is_not_wanted_any_more() {
        Change replace = change(Action.REPLACE, key("Deployment", "web"), 50)
                .addSteps(
                        step("new", Verb.APPLY, key("Deployment", "web-2")),
                        step("switch", Verb.APPLY, key("Service", "web")),
                        step("old", Verb.DELETE, key("Deployment", "web")))
                .build();
        Change gone = change(Action.DELETE, key("ConfigMap", "x"), 1080)
                .addSteps(step("gone", Verb.DELETE, key("ConfigMap", "x")))
                .build();
        assertThat(outline(plan(needs(), replace, gone, create("HorizontalPodAutoscaler", "web", 70, "web"))))
                .isEqualTo("""
                        1: new
                        2: switch  after Deployment shop/web-2 ready
                        3: HorizontalPodAutoscaler/web  after Service shop/web ready
                        4: old  after HorizontalPodAutoscaler shop/web ready
                        5: gone  after Deployment shop/web gone
                        """);
    }

    @Test
    void a_deletion_that_its_own_successor_follows_stays_where_it_is() {
        Change replace = change(Action.REPLACE, key("StatefulSet", "db"), 50)
                .addSteps(
                        step("orphan", Verb.DELETE_ORPHAN, key("StatefulSet", "db")),
                        step("again", Verb.APPLY, key("StatefulSet", "db")))
                .build();
        assertThat(outline(plan(needs(), replace, create("Ingress", "web", 60, "web"))))
                .isEqualTo("""
                        1: orphan
                        2: again  after StatefulSet shop/db gone
                        3: Ingress/web  after StatefulSet shop/db ready
                        """);
    }

    @Test
    void the_worst_effect_is_first_and_the_order_in_which_they_were_found_does_not_count() {
        List<Change> changes = new ArrayList<>(List.of(
                create("ConfigMap", "b", 20, ""),
                create("ConfigMap", "a", 20, ""),
                change(Action.DELETE, key("Job", "z"), 1050)
                        .impact(Impact.of(Effect.OUTAGE, Evidence.PROVEN, "it goes"))
                        .addSteps(step("z", Verb.DELETE, key("Job", "z")))
                        .build()));
        Plan plan = plan(needs(), changes.toArray(Change[]::new));
        assertThat(plan.changes()).extracting(it -> it.key().name()).containsExactly("z", "a", "b");
        Collections.shuffle(changes, new Random(1));
        assertThat(plan(needs(), changes.toArray(Change[]::new))).isEqualTo(plan);
    }

    @Test
    void resources_that_need_each_other_are_refused_with_the_whole_circle() {
        assertThatThrownBy(() -> plan(needs("x needs a", "a needs b", "b needs c", "c needs a")))
                .isInstanceOf(PlanException.class)
                .hasMessage("resources need each other in a circle: web service \"a\" needs web service \"b\" needs web"
                        + " service \"c\" needs web service \"a\": none of them could be the first to start; remove one"
                        + " of these needs");
    }

    @Test
    void two_steps_of_one_id_are_refused() {
        assertThatThrownBy(() -> plan(needs(), create("Job", "a", 1, ""), create("Job", "a", 2, "")))
                .hasMessage("two steps have one id: Job/a");
    }

    @Test
    void a_chain_of_two_hundred_in_five_thousand_changes_has_two_hundred_waves() {
        List<Change> changes = new ArrayList<>();
        List<String> needs = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            changes.add(create("Deployment", "d" + i, 50, "d" + i));
            if (i % 200 != 0) {
                needs.add("d" + i + " needs d" + (i - 1));
            }
        }
        Plan plan = plan(needs(needs.toArray(String[]::new)), changes.toArray(Change[]::new));
        assertThat(plan.waves()).hasSize(200).allMatch(wave -> wave.steps().size() == 25);
    }
}
