package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.davit.apply.Ending;
import dev.davit.apply.Release;
import dev.davit.apply.Rollback;
import dev.davit.document.MapNode;
import dev.davit.plan.Change;
import dev.davit.plan.FieldChange;
import dev.davit.plan.Plan;
import dev.davit.plan.Planner;
import dev.davit.plan.Wanted;
import dev.davit.render.api.RenderApi;
import dev.davit.render.sandbox.Program;
import dev.davit.render.sandbox.Version;
import dev.davit.target.CompareOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rollback brings back what was built then, and nothing undoes that but the next apply of a definition. */
class EarlierBuildTest {
    private static final String REPOSITORY = "https://example.com/shop";

    private static final String SHOP = """
            services:
            - type: web
              name: web
              runtime: node
              branch: main
              buildCommand: npm ci
              startCommand: npm start
              healthCheckPath: /healthz
              envVars: [{key: GREETING, value: hello}]
            - type: cron
              name: report
              runtime: node
              branch: main
              schedule: "0 3 * * *"
              buildCommand: npm ci
              startCommand: npm run report
            - {type: worker, name: worker, runtime: image, image: {url: "ghcr.io/acme/worker:1"}}
            """;

    private static final String AUTO_DEPLOY = "autoDeployTrigger";

    private static final String NEXT = SHOP.replace("hello", "good day");

    @TempDir
    private Path folder;

    private static String commit(Whole whole, String service) {
        RenderApi api = whole.api();
        return api.first("/services/" + whole.idOf(service) + "/deploys?status=live", "deploy", 1)
                .get(0)
                .getMap("commit")
                .orElseThrow()
                .getText("id")
                .orElseThrow();
    }

    private static String trigger(Whole whole, String service) {
        return whole.api()
                .get("/services/" + whole.idOf(service))
                .orElseThrow()
                .getText("autoDeployTrigger")
                .orElseThrow();
    }

    private static void push(Whole whole) throws InterruptedException {
        String before = commit(whole, "web");
        if (Whole.isOwn()) {
            whole.sandbox.push(REPOSITORY, "main");
        } else {
            deployFrom(whole, "web", "branch" + before.substring(0, 8));
            deployFrom(whole, "report", "branch" + before.substring(0, 8));
        }
        for (String service : List.of("web", "report")) {
            for (int i = 0; i < 200 && commit(whole, service).equals(before); i++) {
                Thread.sleep(20);
            }
        }
        assertThat(commit(whole, "web")).isNotEqualTo(before).isEqualTo(commit(whole, "report"));
    }

    /** What an API without repositories comes nearest to a push with. */
    private static void deployFrom(Whole whole, String service, String branch) {
        RenderApi api = whole.api();
        String path = "/services/" + whole.idOf(service);
        api.patch(path, new MapNode(null).put("branch", branch));
        api.post(path + "/deploys", new MapNode(null));
        api.patch(path, new MapNode(null).put("branch", "main"));
    }

    private static Plan rollback(Whole whole, int... to) {
        List<Release> known = whole.connection().releases("shop", "test").list();
        Release release = Rollback.to(known, to.length == 0 ? OptionalInt.empty() : OptionalInt.of(to[0]));
        return plan(whole, release, Rollback.next(known, release));
    }

    private static Plan keepingBuilds(Whole whole, int to) {
        List<Release> known = whole.connection().releases("shop", "test").list();
        return plan(whole, Rollback.to(known, OptionalInt.of(to)), Optional.empty());
    }

    private static Plan plan(Whole whole, Release release, Optional<Release> next) {
        Wanted wanted = whole.connection().asItRan(release.wanted(), next);
        return Planner.plan(
                wanted,
                whole.connection().compare(wanted, CompareOptions.cautious()),
                Instant.now(),
                Instant.now().plusSeconds(3600));
    }

    private static List<String> paths(Plan plan, String name) {
        return plan.changes().stream()
                .filter(it -> it.key().name().equals(name))
                .map(Change::fields)
                .flatMap(List::stream)
                .map(FieldChange::path)
                .toList();
    }

    private static void done(Whole whole, Plan plan) {
        assertThat(plan.blockers()).isEmpty();
        assertThat(whole.carryOut(plan).ending()).as(whole.events()).isEqualTo(Ending.DONE);
    }

    @Test
    void what_ran_before_an_apply_is_built_again_with_auto_deploy_off() throws Exception {
        try (Whole whole = new Whole(folder)) {
            whole.clear();
            whole.apply(SHOP);
            push(whole);
            String then = commit(whole, "web");
            whole.apply(NEXT);
            push(whole);
            Plan plan = rollback(whole);
            assertThat(paths(plan, "web")).containsExactly("autoDeployTrigger", "commit", "envVars[GREETING]");
            assertThat(paths(plan, "report")).containsExactly("autoDeployTrigger", "commit");
            assertThat(paths(plan, "worker")).isEmpty();
            done(whole, plan);
            assertThat(commit(whole, "web")).isEqualTo(then).isEqualTo(commit(whole, "report"));
            if (Whole.isOwn()) {
                assertThat(whole.sandbox.running(whole.idOf("web")))
                        .extracting(Version::commit, it -> it.environment().get("GREETING"))
                        .containsExactly(tuple(then, "hello"));
            }
            assertThat(trigger(whole, "web")).isEqualTo("off").isEqualTo(trigger(whole, "report"));
        }
    }

    @Test
    void a_push_after_it_is_not_deployed_and_the_next_apply_goes_on_from_there() throws Exception {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP).apply(NEXT);
            push(whole);
            done(whole, rollback(whole));
            String then = commit(whole, "web");
            whole.sandbox.push(REPOSITORY, "main");
            Thread.sleep(100);
            assertThat(commit(whole, "web")).isEqualTo(then);
            Plan plan = whole.plan(NEXT);
            assertThat(paths(plan, "web")).containsExactly("autoDeployTrigger", "commit", "envVars[GREETING]");
            done(whole, plan);
            assertThat(commit(whole, "web")).isNotEqualTo(then);
            assertThat(trigger(whole, "web")).isEqualTo("commit");
            assertThat(whole.plan(NEXT).changes()).isEmpty();
            push(whole);
        }
    }

    @Test
    void what_started_deploys_before_it_starts_them_again_whoever_had_set_that() throws Exception {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP).apply(NEXT);
            push(whole);
            whole.api()
                    .patch("/services/" + whole.idOf("web"), new MapNode(null).put("autoDeployTrigger", "checksPass"));
            done(whole, rollback(whole));
            assertThat(trigger(whole, "web")).isEqualTo("off");
            whole.apply(NEXT);
            assertThat(trigger(whole, "web")).isEqualTo("checksPass");
        }
    }

    @Test
    void where_nothing_else_was_built_since_nothing_is_built_again() {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP).apply(NEXT);
            Plan plan = rollback(whole);
            assertThat(paths(plan, "web")).containsExactly("envVars[GREETING]");
            done(whole, plan);
            assertThat(trigger(whole, "web")).isEqualTo("commit");
        }
    }

    @Test
    void a_rollback_can_be_taken_back() throws Exception {
        try (Whole whole = new Whole(folder)) {
            whole.clear();
            whole.apply(SHOP).apply(NEXT);
            push(whole);
            String bad = commit(whole, "web");
            done(whole, rollback(whole));
            assertThat(commit(whole, "web")).isNotEqualTo(bad);
            done(whole, rollback(whole, 2));
            assertThat(commit(whole, "web")).isEqualTo(bad);
        }
    }

    @Test
    void a_rollback_in_effect_is_no_drift_and_another_deploy_is_one() throws Exception {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP).apply(NEXT);
            push(whole);
            Plan plan = rollback(whole);
            done(whole, plan);
            CompareOptions options = CompareOptions.cautious();
            assertThat(whole.connection().compare(plan.wanted(), options).changes())
                    .isEmpty();
            whole.api().post("/services/" + whole.idOf("web") + "/deploys", new MapNode(null));
            assertThat(whole.connection().compare(plan.wanted(), options).changes())
                    .flatExtracting(Change::fields)
                    .extracting(FieldChange::path)
                    .containsExactly("commit");
        }
    }

    @Test
    void a_rollback_that_nobody_waited_for_is_no_drift() throws Exception {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP).apply(NEXT);
            push(whole);
            Plan plan = rollback(whole);
            assertThat(whole.carryOut(plan, false).ending()).isEqualTo(Ending.DONE);
            assertThat(whole.connection()
                            .compare(plan.wanted(), CompareOptions.cautious())
                            .changes())
                    .isEmpty();
        }
    }

    @Test
    void a_rollback_and_what_takes_it_back_survive_that_they_are_killed() throws Exception {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP).apply(NEXT);
            push(whole);
            String bad = commit(whole, "web");
            whole.killedBeforeItsEnd(rollback(whole));
            Plan again = whole.plan(NEXT);
            done(whole, again);
            assertThat(commit(whole, "web")).isEqualTo(bad);
            assertThat(trigger(whole, "web")).isEqualTo("commit");
            done(whole, rollback(whole, 1));
            assertThat(commit(whole, "web")).isNotEqualTo(bad);
            whole.killedBeforeItsEnd(whole.plan(NEXT));
            whole.apply(NEXT);
            assertThat(commit(whole, "web")).isEqualTo(bad);
            assertThat(trigger(whole, "web")).isEqualTo("commit");
            assertThat(whole.plan(NEXT).changes()).isEmpty();
        }
    }

    private static Program builds(boolean[] works) {
        return new Program() {
            @Override
            public boolean builds(Version version) {
                return works[0];
            }
        };
    }

    private static final String OTHERWISE = NEXT.replace("npm ci", "npm install");

    @Test
    void after_a_release_that_failed_the_commit_that_runs_is_built_and_not_the_newest() throws Exception {
        boolean[] works = {true};
        try (Whole whole = new Whole(folder, it -> it.program(builds(works)))) {
            whole.apply(SHOP);
            String then = commit(whole, "web");
            works[0] = false;
            whole.sandbox.push(REPOSITORY, "main");
            assertThat(whole.carryOut(whole.plan(OTHERWISE)).ending()).isNotEqualTo(Ending.DONE);
            works[0] = true;
            done(whole, rollback(whole, 1));
            assertThat(commit(whole, "web")).isEqualTo(then);
            assertThat(trigger(whole, "web")).isEqualTo("off");
        }
    }

    @Test
    void a_rollback_of_how_something_is_built_builds_no_commit_that_nobody_has_chosen() throws Exception {
        String byHand = SHOP.replace("  branch: main\n", "  branch: main\n  autoDeployTrigger: 'off'\n");
        try (Whole whole = new Whole(folder)) {
            whole.apply(byHand);
            String then = commit(whole, "web");
            whole.apply(byHand.replace("npm ci", "npm install"));
            whole.sandbox.push(REPOSITORY, "main");
            done(whole, rollback(whole));
            assertThat(commit(whole, "web")).isEqualTo(then);
        }
    }

    @Test
    void what_is_tied_stays_tied_until_what_sets_it_free_is_done() throws Exception {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP).apply(NEXT);
            push(whole);
            done(whole, rollback(whole));
            String then = commit(whole, "web");
            whole.killedAtItsFirstCall(whole.plan(NEXT));
            done(whole, rollback(whole, 1));
            assertThat(commit(whole, "web")).isEqualTo(then);
            assertThat(trigger(whole, "web")).isEqualTo("off");
            whole.apply(NEXT);
            assertThat(trigger(whole, "web")).isEqualTo("commit");
            whole.api().patch("/services/" + whole.idOf("web"), new MapNode(null).put(AUTO_DEPLOY, "off"));
            assertThat(whole.plan(NEXT).changes()).isEmpty();
        }
    }

    @Test
    void who_keeps_builds_has_none_of_another_commit_wherever_the_rollback_goes() throws Exception {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP).apply(NEXT);
            push(whole);
            String bad = commit(whole, "web");
            done(whole, rollback(whole));
            String then = commit(whole, "web");
            assertThat(paths(keepingBuilds(whole, 2), "web")).containsExactly("envVars[GREETING]");
            whole.apply(NEXT);
            assertThat(commit(whole, "web")).isEqualTo(bad).isNotEqualTo(then);
            assertThat(paths(keepingBuilds(whole, 3), "web")).containsExactly("envVars[GREETING]");
            done(whole, keepingBuilds(whole, 3));
            assertThat(commit(whole, "web")).isEqualTo(bad);
        }
    }

    @Test
    void a_cron_job_gets_back_what_was_built_when_the_release_ended() throws Exception {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP);
            String first = Deploy.live(whole, "report");
            whole.apply(OTHERWISE);
            push(whole);
            Plan plan = rollback(whole);
            assertThat(plan.changes())
                    .filteredOn(it -> it.key().name().equals("report"))
                    .extracting(it -> it.unverified().orElseThrow())
                    .singleElement()
                    .asString()
                    .contains("old secrets too");
            done(whole, plan);
            assertThat(whole.sandbox.log())
                    .filteredOn(it -> it.path().endsWith("/rollback"))
                    .hasSize(1);
            assertThat(Deploy.rolledBackTo(plan, "report")).isEqualTo(first);
        }
    }

    @Test
    void a_person_who_has_switched_auto_deploy_on_again_is_not_overruled() throws Exception {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP).apply(NEXT);
            push(whole);
            done(whole, rollback(whole));
            whole.api().patch("/services/" + whole.idOf("web"), new MapNode(null).put(AUTO_DEPLOY, "checksPass"));
            assertThat(paths(whole.plan(NEXT), "web")).containsExactly("commit", "envVars[GREETING]");
        }
    }

    @Test
    void where_somebody_has_another_commit_built_meanwhile_nothing_is_built_again() throws Exception {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP).apply(NEXT);
            push(whole);
            String bad = commit(whole, "web");
            done(whole, rollback(whole));
            whole.api().post("/services/" + whole.idOf("web") + "/deploys", new MapNode(null));
            for (int i = 0; i < 200 && !commit(whole, "web").equals(bad); i++) {
                Thread.sleep(20);
            }
            assertThat(paths(whole.plan(NEXT), "web")).containsExactly(AUTO_DEPLOY, "envVars[GREETING]");
        }
    }

    @Test
    void what_sets_free_is_built_once_although_its_apply_is_carried_out_twice() throws Exception {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP).apply(NEXT);
            push(whole);
            done(whole, rollback(whole));
            Plan plan = whole.plan(NEXT);
            int before = whole.requests();
            whole.killedBeforeItsEnd(plan);
            whole.carryOut(whole.plan(NEXT));
            assertThat(whole.writesSince(before))
                    .filteredOn(it -> it.endsWith(whole.idOf("web") + "/deploys"))
                    .hasSize(1);
        }
    }

    @Test
    void a_service_that_is_made_anew_is_tied_to_nothing() throws Exception {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP).apply(NEXT);
            push(whole);
            done(whole, rollback(whole));
            whole.apply(NEXT);
            RenderApi api = whole.api();
            api.delete("/services/" + whole.idOf("web"));
            api.delete("/services/" + whole.idOf("report"));
            done(whole, rollback(whole, 3));
            assertThat(trigger(whole, "web")).isEqualTo("commit");
        }
    }

    /** Reads deploys by name. */
    private static final class Deploy {
        static String live(Whole whole, String service) {
            return whole.api()
                    .first("/services/" + whole.idOf(service) + "/deploys?status=live", "deploy", 1)
                    .get(0)
                    .getText("id")
                    .orElseThrow();
        }

        static String rolledBackTo(Plan plan, String service) {
            return plan.wanted().objects().stream()
                    .filter(it -> it.name().equals(service))
                    .map(it -> it.tree().getText("deployOfCommit").orElse(""))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
