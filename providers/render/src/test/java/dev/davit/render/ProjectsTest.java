package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.davit.Definition;
import dev.davit.apply.Ending;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.model.DesiredObject;
import dev.davit.plan.Action;
import dev.davit.plan.Change;
import dev.davit.plan.Effect;
import dev.davit.plan.Evidence;
import dev.davit.plan.FieldChange;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Plan;
import dev.davit.plan.Step;
import dev.davit.plan.Wanted;
import dev.davit.render.api.RenderApi;
import dev.davit.render.sandbox.Fault;
import dev.davit.render.sandbox.FaultPlan;
import dev.davit.render.sandbox.SandboxOptions;
import dev.davit.render.stack.EveryKind;
import dev.davit.render.stack.EverySetting;
import dev.davit.render.stack.OwnWords;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Things are put into environments of projects, moved between them and taken out; what is empty goes, if Davit made it. */
class ProjectsTest {
    private static final String JOBS = "{type: keyvalue, name: jobs, plan: starter, ipAllowList: []}";
    private static final String WORKER =
            "{type: worker, name: worker, runtime: image, plan: starter, image: {url: 'ghcr.io/acme/worker:1'}}";
    private static final String ORDERS = "{name: orders, plan: basic-1gb, diskSizeGB: 15}";
    private static final String GROUP = "{name: shared, envVars: [{key: REGION, value: here}]}";

    /** All in prod, with an empty test beside it. */
    private static final String PLACED = """
            projects:
            - name: Shop
              environments:
              - name: prod
                services: [%s, %s]
                databases: [%s]
                envVarGroups: [%s]
              - name: test
            """.formatted(JOBS, WORKER, ORDERS, GROUP);

    private static final String EMPTY = "projects: [{name: Shop, environments: [{name: prod}, {name: test}]}]";

    @TempDir
    private Path folder;

    private static String in(String environment, String settings, String... services) {
        return "projects: [{name: Shop, environments: [{name: " + environment + settings + ", services: ["
                + String.join(", ", services) + "]}]}]";
    }

    private static String root(String... services) {
        return "services: [" + String.join(", ", services) + "]";
    }

    private static String ungrouped(String... services) {
        return "ungrouped: {" + root(services) + "}";
    }

    /** Says of each project and environment what is in it, as {@code Shop/prod: 4}; what is there twice is said twice. */
    private static List<String> environments(Whole whole) {
        RenderApi api = whole.api();
        TreeMap<String, String> projects = new TreeMap<>();
        api.list("/projects", "project").forEach(it -> projects.put(text(it, "id"), text(it, "name")));
        List<String> all = new ArrayList<>();
        projects.values().forEach(all::add);
        for (MapNode environment : api.list("/environments", "environment")) {
            int held = Stream.of("serviceIds", "databasesIds", "redisIds", "envGroupIds")
                    .mapToInt(it -> environment.getList(it).orElseThrow().size())
                    .sum();
            all.add(projects.get(text(environment, "projectId")) + "/" + text(environment, "name") + ": " + held);
        }
        return all.stream().sorted().toList();
    }

    private static String text(MapNode map, String key) {
        return map.getText(key).orElseThrow();
    }

    private static MapNode environment(Whole whole, String name) {
        return whole.api().list("/environments?name=" + name, "environment").get(0);
    }

    private static List<String> lines(Plan plan) {
        assertThat(plan.blockers()).isEmpty();
        List<String> lines = new ArrayList<>();
        for (Change change : plan.changes().stream()
                .sorted(java.util.Comparator.comparing(Change::key))
                .toList()) {
            lines.add(change.action() + " " + change.key() + fields(change));
        }
        return lines;
    }

    private static String fields(Change change) {
        return change.action() == Action.CREATE
                ? ""
                : change.fields().stream().map(ProjectsTest::field).reduce("", (all, it) -> all + " " + it);
    }

    private static String field(FieldChange field) {
        return field.path() + ": " + field.before().map(Node::toString).orElse("") + " to "
                + field.after().map(Node::toString).orElse("");
    }

    private static List<List<String>> waves(Plan plan) {
        return plan.waves().stream()
                .map(it -> it.steps().stream()
                        .map(Step::key)
                        .map(ObjectKey::toString)
                        .sorted()
                        .toList())
                .toList();
    }

    @Test
    void what_a_blueprint_puts_into_an_environment_is_made_there_and_nothing_differs_afterwards() {
        try (Whole whole = new Whole(folder)) {
            Plan plan = whole.plan(PLACED);
            assertThat(waves(plan))
                    .containsExactly(
                            List.of("project Shop"),
                            List.of("environment Shop/prod", "environment Shop/test"),
                            List.of("database orders", "keyvalue jobs"),
                            List.of("envVarGroup shared"),
                            List.of("worker worker"));
            whole.apply(PLACED);
            assertThat(environments(whole)).containsExactly("Shop", "Shop/prod: 4", "Shop/test: 0");
            assertThat(lines(whole.plan(PLACED))).isEmpty();
        }
    }

    @Test
    void a_thing_is_moved_and_no_instance_is_touched() {
        try (Whole whole = new Whole(folder)) {
            whole.apply(in("prod", "", JOBS, WORKER));
            String moved = "projects: [{name: Shop, environments: [{name: prod, services: [" + JOBS
                    + "]}, {name: test, services: [" + WORKER + "]}]}]";
            Plan plan = whole.plan(moved);
            assertThat(lines(plan))
                    .containsExactly(
                            "CREATE environment Shop/test", "UPDATE worker worker environment: Shop/prod to Shop/test");
            Change move = plan.changes().stream()
                    .filter(it -> it.action() == Action.UPDATE)
                    .findFirst()
                    .orElseThrow();
            assertThat(move.impact().effect()).isEqualTo(Effect.NONE);
            assertThat(move.impact().evidence()).isEqualTo(Evidence.ASSUMED);
            int deploys = deploys(whole);
            whole.apply(moved);
            assertThat(deploys(whole)).isEqualTo(deploys);
            assertThat(environments(whole)).containsExactly("Shop", "Shop/prod: 1", "Shop/test: 1");
            assertThat(lines(whole.plan(moved))).isEmpty();
        }
    }

    private static int deploys(Whole whole) {
        return whole.api()
                .list("/services/" + whole.idOf("worker") + "/deploys", "deploy")
                .size();
    }

    @Test
    void what_is_ungrouped_leaves_its_environment() {
        try (Whole whole = new Whole(folder)) {
            whole.apply(in("prod", "", JOBS, WORKER));
            String out = in("prod", "", JOBS) + "\n" + ungrouped(WORKER);
            assertThat(lines(whole.plan(out))).containsExactly("UPDATE worker worker environment: Shop/prod to none");
            whole.apply(out);
            assertThat(environments(whole)).containsExactly("Shop", "Shop/prod: 1");
            assertThat(lines(whole.plan(out))).isEmpty();
        }
    }

    @Test
    void what_a_blueprint_says_in_its_root_stays_where_it_is_and_so_does_what_it_is_in() {
        try (Whole whole = new Whole(folder)) {
            whole.apply(in("prod", "", JOBS, WORKER));
            Plan plan = whole.plan(root(JOBS, WORKER));
            assertThat(lines(plan)).isEmpty();
            assertThat(plan.kept())
                    .extracting(it -> it.key().toString())
                    .containsExactly("environment Shop/prod", "project Shop");
            assertThat(plan.foreign()).isEmpty();
            assertThat(whole.carryOut(plan).ending()).isEqualTo(Ending.NOTHING_TO_DO);
            assertThat(environments(whole)).containsExactly("Shop", "Shop/prod: 2");
        }
    }

    @Test
    void isolation_cuts_traffic_and_comes_when_all_have_moved_in() {
        try (Whole whole = new Whole(folder)) {
            whole.apply(in("prod", "", JOBS) + "\n" + root(WORKER));
            String isolated = in("prod", ", networking: {isolation: enabled}", JOBS, WORKER);
            Plan plan = whole.plan(isolated);
            assertThat(lines(plan))
                    .containsExactly(
                            "UPDATE environment Shop/prod networking.isolation: disabled to enabled",
                            "UPDATE worker worker environment: none to Shop/prod");
            assertThat(waves(plan)).containsExactly(List.of("worker worker"), List.of("environment Shop/prod"));
            assertThat(plan.changes()).allSatisfy(it -> {
                assertThat(it.impact().effect()).isEqualTo(Effect.OUTAGE);
                assertThat(it.impact().evidence()).isEqualTo(Evidence.ASSUMED);
                assertThat(it.impact().avoid()).isPresent();
            });
            whole.apply(isolated);
            assertThat(environment(whole, "prod").get("networkIsolationEnabled").map(Node::toString))
                    .contains("true");
            assertThat(lines(whole.plan(isolated))).isEmpty();
            assertThat(lines(whole.plan(in("prod", "", JOBS, WORKER))))
                    .containsExactly("UPDATE environment Shop/prod networking.isolation: enabled to disabled");
        }
    }

    @Test
    void protection_is_set_and_taken_back() {
        try (Whole whole = new Whole(folder)) {
            String guarded = in("prod", ", permissions: {protection: enabled}", JOBS);
            whole.apply(guarded);
            assertThat(text(environment(whole, "prod"), "protectedStatus")).isEqualTo("protected");
            assertThat(lines(whole.plan(guarded))).isEmpty();
            Change back = Whole.only(whole.plan(in("prod", "", JOBS)));
            assertThat(back.impact().effect()).isEqualTo(Effect.NONE);
            whole.apply(in("prod", "", JOBS));
            assertThat(text(environment(whole, "prod"), "protectedStatus")).isEqualTo("unprotected");
        }
    }

    @Test
    void what_davit_made_goes_when_it_is_empty() {
        try (Whole whole = new Whole(folder)) {
            whole.apply(EMPTY);
            whole.apply(in("prod", "", WORKER));
            assertThat(environments(whole)).containsExactly("Shop", "Shop/prod: 1");
            Plan end = whole.plan("services: []");
            assertThat(waves(end))
                    .containsExactly(
                            List.of("worker worker"), List.of("environment Shop/prod"), List.of("project Shop"));
            whole.carryOut(end);
            assertThat(environments(whole)).isEmpty();
            assertThat(ApplyFaultsTest.names(whole.sandbox)).isEmpty();
        }
    }

    @Test
    void what_holds_something_of_others_stays() {
        try (Whole whole = new Whole(folder)) {
            whole.apply(in("prod", "", WORKER));
            whole.make("theirs");
            move(whole, "theirs", "prod");
            Plan plan = whole.plan("services: []");
            assertThat(lines(plan)).containsExactly("DELETE worker worker");
            assertThat(plan.kept())
                    .first()
                    .satisfies(it -> assertThat(it.why()).isEqualTo("what is in it stays: " + whole.idOf("theirs")));
            whole.carryOut(plan);
            assertThat(environments(whole)).containsExactly("Shop", "Shop/prod: 1");
        }
    }

    @Test
    void what_others_put_into_it_between_plan_and_apply_keeps_it() {
        try (Whole whole = new Whole(folder)) {
            whole.apply(in("prod", "", WORKER));
            Plan plan = whole.plan("services: []");
            whole.make("theirs");
            move(whole, "theirs", "prod");
            assertThat(whole.carryOut(plan).ending()).isEqualTo(Ending.PARTLY);
            assertThat(environments(whole)).containsExactly("Shop", "Shop/prod: 1");
        }
    }

    @Test
    void what_others_made_is_used_as_it_is_and_never_deleted() {
        try (Whole whole = new Whole(folder)) {
            makeProject(whole);
            assertThat(lines(whole.plan(in("prod", "", WORKER)))).containsExactly("CREATE worker worker");
            whole.apply(in("prod", "", WORKER));
            assertThat(environments(whole)).containsExactly("Shop", "Shop/prod: 1");
            whole.carryOut(whole.plan("services: []"));
            assertThat(environments(whole)).containsExactly("Shop", "Shop/prod: 0");
        }
    }

    @Test
    void what_others_made_is_changed_only_when_it_is_taken_over() {
        try (Whole whole = new Whole(folder)) {
            makeProject(whole);
            String guarded = in("prod", ", permissions: {protection: enabled}", WORKER);
            assertThat(whole.plan(guarded).blockers())
                    .singleElement()
                    .satisfies(it -> assertThat(it.what())
                            .isEqualTo("environment Shop/prod is there already and is not of this stack"));
            whole.apply(guarded, Whole.adopting());
            assertThat(lines(whole.plan(guarded))).isEmpty();
            whole.carryOut(whole.plan("services: []"));
            assertThat(environments(whole)).containsExactly("Shop", "Shop/prod: 0");
            assertThat(ApplyFaultsTest.names(whole.sandbox)).isEmpty();
        }
    }

    private static void makeProject(Whole whole) {
        MapNode body = new MapNode(null).put("name", "Shop").put("ownerId", whole.sandbox.ownerId());
        body.list("environments", null).add(new MapNode(null).put("name", "prod"));
        whole.api().post("/projects", body);
    }

    private static void move(Whole whole, String thing, String environment) {
        MapNode body = new MapNode(null);
        body.list("resourceIds", null).add(whole.idOf(thing));
        whole.api().post("/environments/" + text(environment(whole, environment), "id") + "/resources", body);
    }

    static Stream<Definition> definitions() {
        return Stream.of(new EverySetting(), new OwnWords(), new EveryKind());
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void what_a_definition_wants_is_what_its_blueprint_says(Definition definition) {
        Synth synth = Synth.of(definition);
        Wanted wanted = new BlueprintTarget().wanted(synth.output().desired());
        assertThat(wanted.objects())
                .extracting(DesiredObject::address, DesiredObject::tree)
                .containsExactlyInAnyOrderElementsOf(Whole.wanted(synth.blueprint()).objects().stream()
                        .map(it -> tuple(it.address(), it.tree()))
                        .toList());
    }

    /** Lets the n-th write to projects and environments go wrong, once. */
    private static FaultPlan atWrite(int write, Fault fault) {
        AtomicInteger seen = new AtomicInteger();
        return (number, method, path) ->
                !method.equals("GET") && path.matches("/(projects|environments).*") && seen.incrementAndGet() == write
                        ? Optional.of(fault)
                        : Optional.empty();
    }

    static Stream<Fault> losses() {
        return Stream.of(Fault.cutAfter(), Fault.cutBefore());
    }

    @ParameterizedTest
    @MethodSource("losses")
    void a_lost_answer_makes_nothing_twice(Fault fault) {
        for (int write = 1; write <= 6; write++) {
            FaultPlan lost = atWrite(write, fault);
            try (Whole whole = new Whole(folder.resolve("write" + write), (SandboxOptions it) -> it.faults(lost))) {
                whole.apply(EMPTY);
                assertThat(environments(whole)).containsExactly("Shop", "Shop/prod: 0", "Shop/test: 0");
                String all = EMPTY.replace("{name: test}", "{name: test}, {name: third, services: [" + WORKER + "]}");
                whole.apply(all);
                assertThat(environments(whole))
                        .containsExactly("Shop", "Shop/prod: 0", "Shop/test: 0", "Shop/third: 1");
                String out = all.replace("[" + WORKER + "]", "[]") + "\n" + ungrouped(WORKER);
                whole.apply(out);
                whole.apply(in("prod", "", WORKER));
                assertThat(environments(whole)).containsExactly("Shop", "Shop/prod: 1");
                assertThat(lines(whole.plan(in("prod", "", WORKER)))).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void lists_that_are_late_make_nothing_twice(int every) {
        AtomicInteger seen = new AtomicInteger();
        FaultPlan late = (number, method, path) -> method.equals("GET") && seen.incrementAndGet() % every == 0
                ? Optional.of(Fault.lateList(Duration.ofSeconds(20)))
                : Optional.empty();
        List<FaultPlan> faults = new ArrayList<>(List.of(late));
        FaultPlan changing = (number, method, path) -> faults.get(0).choose(number, method, path);
        try (Whole whole = new Whole(folder, (SandboxOptions it) -> it.faults(changing))) {
            whole.apply(PLACED);
            faults.set(0, FaultPlan.none());
            assertThat(environments(whole)).containsExactly("Shop", "Shop/prod: 4", "Shop/test: 0");
            assertThat(lines(whole.plan(PLACED))).isEmpty();
        }
    }

    @Test
    void a_project_that_a_list_shows_and_the_next_does_not_is_looked_for_again() {
        AtomicBoolean made = new AtomicBoolean();
        AtomicInteger late = new AtomicInteger();
        FaultPlan lateAfterCreation = (number, method, path) -> {
            if (method.equals("POST") && path.startsWith("/key-value")) {
                made.set(true);
            }
            return method.equals("GET") && path.startsWith("/projects") && made.getAndSet(false)
                    ? Optional.of(Fault.lateList(Duration.ofHours(late.incrementAndGet())))
                    : Optional.empty();
        };
        try (Whole whole = new Whole(folder, (SandboxOptions it) -> it.faults(lateAfterCreation))) {
            whole.apply(in("prod", "", JOBS));
            assertThat(late).hasValue(1);
            assertThat(environments(whole)).containsExactly("Shop", "Shop/prod: 1");
        }
    }
}
