package dev.davit.cli.fault.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.cli.Child;
import dev.davit.cli.Shell;
import dev.davit.document.MapNode;
import dev.davit.render.sandbox.Fault;
import dev.davit.render.sandbox.FaultPlan;
import dev.davit.render.sandbox.Program;
import dev.davit.render.sandbox.Timings;
import dev.davit.render.sandbox.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a network, a busy API and programs that do not work do to an apply to Render: the right code, nothing lost, nothing twice. */
@Tag("slow-render")
class FaultTest {
    private static final String APPLY = "apply Shop.java --yes";

    @TempDir
    private Path scratch;

    private Shell shell;

    @BeforeEach
    void aStack() throws IOException {
        shell = new Shell(scratch);
        Fleet.defineShop(shell, "1.0.0");
    }

    private Harbour harbour() {
        return new Harbour(shell);
    }

    private static List<Fault> passing() {
        return List.of(
                Fault.cutBefore(),
                Fault.cutAfter(),
                Fault.tooMany(),
                Fault.error(500),
                Fault.error(503),
                Fault.slow(Duration.ofMillis(300)),
                Fault.truncated(),
                Fault.lateList(Duration.ofSeconds(3000)));
    }

    /** Most of the time is waiting: half a minute for each creation that may have been made and does not show. */
    @Test
    void what_goes_wrong_once_with_each_request_is_overcome() throws Exception {
        List<Fault> faults = passing();
        Harbour.inLanes(8, faults.size(), number -> overcome(faults.get(number - 1)));
    }

    private void overcome(Fault fault) throws Exception {
        try (Harbour harbour = harbour()) {
            Set<String> met = ConcurrentHashMap.newKeySet();
            harbour.failing(met::add, fault);
            harbour.davit(0, APPLY);
            harbour.failing(FaultPlan.none());
            assertThat(harbour.names()).as("%s", fault).containsExactly("api", "web");
            harbour.isAtItsGoal("shop", "here");
        }
    }

    @Test
    void a_saved_plan_is_applied_as_it_was_shown_or_not_at_all() throws Exception {
        try (Harbour harbour = harbour()) {
            harbour.davit(0, "plan Shop.java --out plan.json");
            assertThat(harbour.writes()).isZero();
            harbour.davit(0, "apply plan.json --yes");
            harbour.isAtItsGoal("shop", "here");

            Fleet.defineShop(shell, "1.1.0");
            harbour.davit(0, "plan Shop.java --out plan.json");
            harbour.change("web", new MapNode(null).put("image", image(harbour, "ghcr.io/somebody/else:1")));
            int before = harbour.requests();
            Child.Result stale = harbour.davit(5, "apply plan.json --yes");
            assertThat(stale.err()).contains("what is live is not what the plan saw", "web web");
            assertThat(harbour.changesSince(before)).isEmpty();

            harbour.davit(0, APPLY);
            harbour.isAtItsGoal("shop", "here");
        }
    }

    private static MapNode image(Harbour harbour, String reference) {
        return new MapNode(null).put("ownerId", harbour.sandbox().ownerId()).put("imagePath", reference);
    }

    @Test
    void what_somebody_changes_in_the_midst_of_an_apply_stops_it() throws Exception {
        try (Harbour harbour = harbour()) {
            harbour.davit(0, APPLY);
            Fleet.defineShop(shell, "1.1.0");
            String path = "/services/" + harbour.service("web");
            String body = "{\"serviceDetails\": {\"healthCheckPath\": \"/other\"}}";
            boolean[] under = {false};
            harbour.failing((number, method, at) -> {
                boolean now = under[0] && method.equals("GET") && at.equals("/services");
                under[0] |= method.equals("PATCH");
                return now ? Optional.of(Fault.externalChange("PATCH", path, body)) : Optional.empty();
            });
            Child.Result stale = harbour.davit(5, APPLY);
            assertThat(stale.err()).contains("changed since the plan: healthCheckPath");
            harbour.failing(FaultPlan.none()).davit(0, APPLY);
            harbour.isAtItsGoal("shop", "here");
        }
    }

    @Test
    void an_api_that_is_not_there_and_a_key_that_is_not_known_are_told_apart() throws Exception {
        try (Harbour harbour = harbour()) {
            Child.Result unknown = harbour.key("rnd_somebodyelse").davit(77, APPLY);
            assertThat(unknown.err()).contains("RENDER_API_KEY");
            Child.Result missing = harbour.key("").davit(77, APPLY);
            assertThat(missing.err()).contains("RENDER_API_KEY");
            assertThat(harbour.writes()).isZero();

            harbour.key(harbour.sandbox().apiKey()).failing(it -> true, Fault.cutBefore());
            Child.Result gone = harbour.davit(69, APPLY);
            assertThat(gone.err()).contains("Render does not answer", "https://status.render.com");
            assertThat(harbour.failing(FaultPlan.none()).names()).isEmpty();
        }
    }

    @Test
    void what_render_refuses_leaves_the_rest_and_can_be_gone_on_with() throws Exception {
        try (Harbour harbour = harbour()) {
            int[] made = {0};
            harbour.failing(
                    (number, method, path) -> method.equals("POST") && path.equals("/services") && ++made[0] == 2
                            ? Optional.of(Fault.error(402))
                            : Optional.empty());
            Child.Result refused = harbour.davit(6, APPLY);
            assertThat(refused.err()).contains("the sandbox was told to fail", "davit apply --resume");
            assertThat(harbour.names()).containsExactly("api");
            harbour.davit(0, APPLY + " --resume");
            assertThat(harbour.names()).containsExactly("api", "web");
            harbour.isAtItsGoal("shop", "here");
        }
    }

    /** Fails at one thing until it is told otherwise. */
    private static final class Broken implements Program {
        private volatile boolean isHealthy;

        @Override
        public boolean becomesHealthy(Version version) {
            return isHealthy || !version.image().endsWith("api:1.1.0");
        }
    }

    @Test
    void a_deploy_that_fails_shows_its_log_and_holds_back_who_depends_on_it_until_it_works() throws Exception {
        Broken program = new Broken();
        try (Harbour harbour = new Harbour(shell, it -> it.program(program))) {
            harbour.davit(0, APPLY);
            Fleet.defineShop(shell, "1.1.0");
            int before = harbour.requests();
            Child.Result failed = harbour.davit(6, APPLY);
            assertThat(failed.err()).contains(": update failed", "did not become healthy in time", "pserv api");
            String web = harbour.service("web");
            assertThat(harbour.changesSince(before)).noneMatch(it -> it.contains(web));
            assertThat(harbour.davit(0, "status --stack shop --target render").out())
                    .contains("update failed");

            harbour.davit(6, APPLY);
            program.isHealthy = true;
            int again = harbour.requests();
            harbour.davit(0, APPLY);
            assertThat(harbour.changesSince(again))
                    .filteredOn(it -> it.endsWith(harbour.service("api") + "/deploys"))
                    .hasSize(1);
            assertThat(harbour.sandbox().running(harbour.service("api")))
                    .extracting(Version::image)
                    .containsExactly("ghcr.io/acme/api:1.1.0");
            harbour.isAtItsGoal("shop", "here");
        }
    }

    @Test
    void what_is_new_and_does_not_work_is_deployed_again_when_it_does() throws Exception {
        Broken program = new Broken();
        Fleet.defineShop(shell, "1.1.0");
        try (Harbour harbour = new Harbour(shell, it -> it.program(program))) {
            Child.Result failed = harbour.davit(6, APPLY);
            assertThat(failed.err()).contains(": update failed", "did not become healthy in time");
            assertThat(harbour.names()).containsExactly("api");
            program.isHealthy = true;
            harbour.davit(0, APPLY);
            assertThat(harbour.sandbox().running(harbour.service("api"))).hasSize(1);
            assertThat(harbour.names()).containsExactly("api", "web");
            harbour.isAtItsGoal("shop", "here");
        }
    }

    @Test
    void what_takes_longer_than_was_waited_for_is_told_and_found_ready_later() throws Exception {
        Timings usual = Timings.usual();
        Timings slow = new Timings(
                usual.queue(),
                usual.build(),
                usual.preDeploy(),
                Duration.ofHours(2),
                Duration.ofHours(9),
                usual.drain(),
                usual.stop(),
                usual.store(),
                usual.storeRestart(),
                usual.run());
        Fleet.defineShop(shell, "1.0.0");
        try (Harbour harbour = new Harbour(shell, it -> it.timings(slow))) {
            harbour.davit(6, APPLY + " --wait-timeout 1s");
            harbour.untilLive("api");
            harbour.davit(7, APPLY + " --wait-timeout 1s");
            harbour.davit(0, APPLY);
            harbour.isAtItsGoal("shop", "here");
        }
    }

    @Test
    void a_spent_budget_is_waited_for() throws Exception {
        Fleet.defineJobs(shell, 34);
        try (Harbour harbour = new Harbour(shell, it -> it.speed(3))) {
            Child.Result waited = harbour.davit(0, "apply Jobs.java --yes");
            assertThat(waited.err()).containsPattern("waiting \\d+ s: Render takes 30 writes a minute");
            assertThat(harbour.names()).hasSize(34).doesNotHaveDuplicates();
            // As many as were under way when the last of the thirty was taken.
            assertThat(harbour.sandbox().log().stream().filter(it -> it.status() == 429))
                    .hasSizeLessThanOrEqualTo(8);
            harbour.isAtItsGoal("jobs", "here");
        }
    }
}
