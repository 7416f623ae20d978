package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.Ending;
import dev.davit.apply.Outcome;
import dev.davit.document.MapNode;
import dev.davit.plan.Action;
import dev.davit.plan.Plan;
import dev.davit.render.api.RenderApi;
import dev.davit.render.sandbox.Fault;
import dev.davit.render.sandbox.FaultPlan;
import dev.davit.render.sandbox.Sandbox;
import dev.davit.render.sandbox.SandboxClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong on the way, nothing is there twice and nothing is lost. */
class ApplyFaultsTest {
    private static final String SHOP = """
            services:
            - type: keyvalue
              name: jobs
              plan: starter
              ipAllowList: []
            - type: web
              name: web
              runtime: image
              image: {url: "ghcr.io/acme/web:1"}
              healthCheckPath: /healthz
              domains: [shop.example.com]
              envVars:
              - fromGroup: shared
              - {key: QUEUE, fromService: {type: keyvalue, name: jobs, property: connectionString}}
            - type: worker
              name: worker
              runtime: image
              image: {url: "ghcr.io/acme/worker:1"}
              envVars:
              - {key: DATABASE, fromDatabase: {name: orders, property: connectionString}}
            databases:
            - {name: orders, plan: basic-1gb, diskSizeGB: 15}
            envVarGroups:
            - name: shared
              envVars: [{key: REGION, value: here}]
            """;

    private static final List<String> NAMES = List.of("davit-shop-test", "jobs", "orders", "shared", "web", "worker");

    @TempDir
    private Path folder;

    /** Names all that there is, what is there twice twice. */
    static List<String> names(Sandbox sandbox) {
        RenderApi api = Whole.api(sandbox);
        return Stream.of("/services service", "/key-value keyValue", "/postgres postgres", "/env-groups ")
                .map(it -> it.split(" ", 2))
                .flatMap(it -> api.list(it[0], it[1]).stream())
                .map((MapNode it) -> it.getText("name").orElseThrow())
                .sorted()
                .toList();
    }

    /** Lets the n-th creation go wrong, once. */
    private static FaultPlan atCreation(int creation, Fault fault) {
        AtomicInteger seen = new AtomicInteger();
        return (number, method, path) -> method.equals("POST")
                        && path.matches("/(services|postgres|key-value|env-groups)")
                        && seen.incrementAndGet() == creation
                ? Optional.of(fault)
                : Optional.empty();
    }

    static Stream<Integer> creations() {
        return Stream.iterate(1, it -> it <= NAMES.size(), it -> it + 1);
    }

    @ParameterizedTest
    @MethodSource("creations")
    void a_creation_whose_answer_is_lost_is_found_and_not_repeated(int creation) {
        try (Whole whole = new Whole(folder, it -> it.faults(atCreation(creation, Fault.cutAfter())))) {
            whole.apply(SHOP);
            assertThat(names(whole.sandbox)).isEqualTo(NAMES);
            assertThat(whole.plan(SHOP).changes()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("creations")
    void a_creation_that_never_arrived_is_made_once(int creation) {
        try (Whole whole = new Whole(folder, it -> it.faults(atCreation(creation, Fault.cutBefore())))) {
            whole.apply(SHOP);
            assertThat(names(whole.sandbox)).isEqualTo(NAMES);
        }
    }

    @ParameterizedTest
    @MethodSource("creations")
    void what_a_lost_creation_made_is_waited_for_where_lists_are_late(int creation) {
        AtomicInteger seen = new AtomicInteger();
        FaultPlan lost = atCreation(creation, Fault.cutAfter());
        FaultPlan late = (number, method, path) -> method.equals("GET") && seen.incrementAndGet() % 3 == 0
                ? Optional.of(Fault.lateList(Duration.ofSeconds(20)))
                : Optional.empty();
        FaultPlan both =
                (number, method, path) -> lost.choose(number, method, path).or(() -> late.choose(number, method, path));
        try (Whole whole = new Whole(folder, it -> it.faults(both))) {
            whole.apply(SHOP);
            assertThat(names(whole.sandbox)).isEqualTo(NAMES);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void with_every_tenth_request_going_wrong_somehow_it_ends_all_the_same(long seed) {
        List<FaultPlan> faults = new ArrayList<>(List.of(FaultPlan.seeded(seed, 0.1)));
        FaultPlan changing = (number, method, path) -> faults.get(0).choose(number, method, path);
        try (Whole whole = new Whole(folder, it -> it.faults(changing))) {
            Ending ending = Ending.FAILED;
            for (int i = 0; i < 5 && ending != Ending.DONE; i++) {
                ending = tried(whole);
            }
            assertThat(ending).as(whole.events()).isEqualTo(Ending.DONE);
            faults.set(0, FaultPlan.none());
            assertThat(names(whole.sandbox)).isEqualTo(NAMES);
            assertThat(whole.plan(SHOP).changes()).isEmpty();
        }
    }

    private static Ending tried(Whole whole) {
        try {
            Plan plan = whole.plan(SHOP);
            assertThat(plan.blockers()).isEmpty();
            Outcome outcome = whole.carryOut(plan);
            return outcome.ending();
        } catch (dev.davit.apply.ApplyException gaveUp) {
            return Ending.FAILED;
        }
    }

    @Test
    void what_somebody_changes_between_plan_and_apply_stops_it() {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP);
            Plan plan = whole.plan(SHOP.replace("web:1", "web:2"));
            RenderApi api = whole.api();
            api.patch(
                    "/services/" + whole.idOf("web"),
                    new MapNode(null).put("serviceDetails", new MapNode(null).put("healthCheckPath", "/other")));
            assertThat(whole.carryOut(plan).ending()).isEqualTo(Ending.STALE);
            assertThat(whole.plan(SHOP).changes().get(0).fields())
                    .singleElement()
                    .satisfies(it -> assertThat(it.path()).isEqualTo("healthCheckPath"));
        }
    }

    /** Render need not move the time of a service for a change of its variables, and nothing shows a secret value. */
    @Test
    void a_secret_that_somebody_rotates_between_plan_and_apply_stops_it() {
        try (Whole whole = new Whole(folder)) {
            String plain = SHOP.replace("{key: DATABASE,", "{key: TOKEN, value: ours}\n  - {key: DATABASE,");
            whole.apply(plain);
            String path = "/services/" + whole.idOf("worker") + "/env-vars/TOKEN";
            RenderApi api = whole.api();
            api.put(path, new MapNode(null).put("value", "theirs"));
            Plan plan = whole.plan(plain);
            assertThat(plan.changes().get(0).fields().get(0).before().toString())
                    .doesNotContain("theirs");
            api.put(path, new MapNode(null).put("value", "theirs, rotated"));
            assertThat(whole.carryOut(plan).ending()).isEqualTo(Ending.STALE);
            assertThat(whole.carryOut(whole.plan(plain)).ending()).isEqualTo(Ending.DONE);
        }
    }

    /** Names of stores need not be unique: nothing but looking keeps a second one away. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "services: [{type: keyvalue, name: jobs, plan: starter, ipAllowList: []}]",
                "databases: [{name: orders, plan: basic-1gb, diskSizeGB: 15}]"
            })
    void what_a_killed_apply_made_is_not_made_again_where_lists_are_late(String blueprint) {
        // The plan, the step's first look, and two more; so long no time passes.
        AtomicInteger late = new AtomicInteger();
        SandboxClock running = SandboxClock.running(Instant.now(), 2000);
        AtomicReference<Instant> last = new AtomicReference<>(running.now());
        AtomicBoolean isStill = new AtomicBoolean(true);
        SandboxClock clock = () -> last.updateAndGet(it -> isStill.get() ? it : running.now());
        FaultPlan hiding = (number, method, path) -> {
            boolean isList = method.equals("GET") && path.matches("/(key-value|postgres)([?].*)?");
            if (!isList || late.get() == 0) {
                return Optional.empty();
            }
            isStill.set(late.decrementAndGet() > 0);
            return Optional.of(Fault.lateList(Duration.ofDays(1)));
        };
        try (Whole whole = new Whole(folder, it -> it.faults(hiding).clock(clock))) {
            whole.killedAtItsFirstCall(whole.plan(blueprint));
            late.set(4);
            Plan again = whole.plan(blueprint);
            assertThat(again.changes()).extracting(it -> it.action()).containsExactly(Action.CREATE);
            assertThat(whole.carryOut(again).ending()).as(whole.events()).isEqualTo(Ending.DONE);
            assertThat(late).hasValue(0);
            assertThat(names(whole.sandbox)).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void what_is_deleted_between_plan_and_apply_is_not_made_anew() {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP);
            Plan plan = whole.plan(SHOP.replace("worker:1", "worker:2"));
            whole.api().delete("/services/" + whole.idOf("worker"));
            assertThat(whole.carryOut(plan).ending()).isEqualTo(Ending.STALE);
            assertThat(names(whole.sandbox)).doesNotContain("worker");
        }
    }

    @Test
    void what_somebody_makes_between_plan_and_apply_is_left_to_them() {
        try (Whole whole = new Whole(folder)) {
            Plan plan = whole.plan(SHOP);
            whole.make("worker");
            assertThat(whole.carryOut(plan).ending()).isEqualTo(Ending.STALE);
            assertThat(whole.plan(SHOP).blockers())
                    .singleElement()
                    .satisfies(
                            it -> assertThat(it.what()).contains("worker is there already and is not of this stack"));
        }
    }
}
