package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.Ending;
import dev.davit.plan.Change;
import dev.davit.plan.Plan;
import dev.davit.render.sandbox.Program;
import dev.davit.render.sandbox.Version;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service is deployed once for what an apply changes, whoever ended without waiting for that. */
class DeployOnceTest {
    private static final String SHOP = """
            services:
            - type: worker
              name: worker
              runtime: image
              image: {url: "ghcr.io/acme/worker:1"}
              envVars:
              - fromGroup: shared
            - type: worker
              name: other
              runtime: image
              image: {url: "ghcr.io/acme/other:1"}
            envVarGroups:
            - name: shared
              envVars: [{key: REGION, value: here}]
            """;

    private static final String WEB = """
            services:
            - {type: web, name: web, runtime: image, image: {url: "ghcr.io/acme/web:1"}, healthCheckPath: /healthz}
            """;

    private static final String NEXT = SHOP.replace("worker:1", "worker:2").replace("other:1", "other:2");

    @TempDir
    private Path folder;

    private static List<String> deploys(Whole whole, int since) {
        return whole.writesSince(since).stream()
                .filter(it -> it.endsWith("/deploys"))
                .toList();
    }

    /** The deploy on its way is no difference; that it failed is one. */
    private static Plan untilItFailed(Whole whole, String blueprint) throws InterruptedException {
        Plan plan = whole.plan(blueprint);
        for (int i = 0; i < 200 && plan.changes().isEmpty(); i++) {
            Thread.sleep(20);
            plan = whole.plan(blueprint);
        }
        return plan;
    }

    @Test
    void what_nobody_waited_for_is_no_difference_while_it_is_on_its_way_and_when_it_is_live() {
        try (Whole whole = new Whole(folder)) {
            assertThat(whole.carryOut(whole.plan(SHOP), false).ending()).isEqualTo(Ending.DONE);
            assertThat(whole.plan(SHOP).changes()).isEmpty();
            whole.apply(NEXT);
            assertThat(whole.carryOut(whole.plan(SHOP), false).ending()).isEqualTo(Ending.DONE);
            assertThat(whole.plan(SHOP).changes()).isEmpty();
            int before = whole.requests();
            whole.carryOut(whole.plan(SHOP));
            assertThat(whole.writesSince(before)).isEmpty();
        }
    }

    @Test
    void what_nobody_waited_for_and_failed_is_deployed_by_the_next_apply() throws Exception {
        boolean[] works = {true};
        Program program = new Program() {
            @Override
            public boolean becomesHealthy(Version version) {
                return works[0];
            }
        };
        try (Whole whole = new Whole(folder, it -> it.program(program))) {
            whole.apply(WEB);
            works[0] = false;
            whole.carryOut(whole.plan(WEB.replace("web:1", "web:2")), false);
            assertThat(untilItFailed(whole, WEB.replace("web:1", "web:2")).changes())
                    .isNotEmpty();
            works[0] = true;
            whole.apply(WEB.replace("web:1", "web:2"));
            assertThat(whole.plan(WEB.replace("web:1", "web:2")).changes()).isEmpty();
            assertThat(whole.sandbox.running(whole.idOf("web")))
                    .allSatisfy(it -> assertThat(it.image()).endsWith(":2"));
        }
    }

    @Test
    void what_nobody_waited_for_is_not_forgotten_by_an_apply_of_something_else() throws Exception {
        boolean[] works = {true};
        Program program = new Program() {
            @Override
            public boolean becomesHealthy(Version version) {
                return works[0] || !version.service().equals("web");
            }
        };
        try (Whole whole = new Whole(folder, it -> it.program(program))) {
            String both =
                    SHOP.replace("envVarGroups", WEB.replace("services:", "").stripTrailing() + "\nenvVarGroups");
            whole.apply(both);
            works[0] = false;
            String next = both.replace("web:1", "web:2");
            whole.carryOut(whole.plan(next), false);
            String last = next.replace("other:1", "other:2");
            whole.carryOut(whole.plan(last));
            Plan plan = untilItFailed(whole, last);
            assertThat(plan.changes()).extracting(it -> it.key().name()).containsExactly("web");
        }
    }

    @Test
    void a_change_that_needs_no_deploy_starts_none_beside_the_one_that_is_on_its_way() {
        try (Whole whole = new Whole(folder, it -> it.speed(50))) {
            whole.apply(SHOP);
            int before = whole.requests();
            whole.killedBeforeItsEnd(whole.plan(NEXT));
            String scaled = NEXT.replace("name: other\n", "name: other\n  numInstances: 2\n");
            whole.apply(scaled);
            assertThat(deploys(whole, before)).hasSize(2);
            assertThat(whole.plan(scaled).changes()).isEmpty();
        }
    }

    /** The apply ends between its deploys and its end, as one that is killed does. */
    @Test
    void a_deploy_of_an_apply_that_was_killed_is_waited_for_and_not_repeated() {
        try (Whole whole = new Whole(folder, it -> it.speed(50))) {
            whole.apply(SHOP);
            int before = whole.requests();
            whole.killedBeforeItsEnd(whole.plan(NEXT));
            assertThat(deploys(whole, before)).hasSize(2);
            Plan again = whole.plan(NEXT);
            assertThat(again.changes()).allSatisfy(DeployOnceTest::isOnItsWay);
            assertThat(whole.carryOut(again).ending()).isEqualTo(Ending.DONE);
            assertThat(deploys(whole, before)).hasSize(2);
            assertThat(whole.plan(NEXT).changes()).isEmpty();
        }
    }

    private static void isOnItsWay(Change change) {
        assertThat(change.fields())
                .singleElement()
                .satisfies(it -> assertThat(it.after().orElseThrow().toString())
                        .isEqualTo("live; the deploy that an earlier apply started is on its way"));
    }

    @Test
    void a_stack_that_was_destroyed_is_made_anew_through_the_same_connection() {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP);
            whole.clear();
            whole.apply(SHOP);
            assertThat(whole.plan(SHOP).changes()).isEmpty();
            assertThat(whole.plan(SHOP).blockers()).isEmpty();
        }
    }

    @Test
    void readers_of_a_group_are_deployed_once_for_its_new_values() {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP);
            String there = SHOP.replace("value: here", "value: there");
            int before = whole.requests();
            whole.killedBeforeItsEnd(whole.plan(there));
            whole.apply(there);
            assertThat(deploys(whole, before)).hasSize(1);
            assertThat(whole.plan(there).changes()).isEmpty();
        }
    }
}
