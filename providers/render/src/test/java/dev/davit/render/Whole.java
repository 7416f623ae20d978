package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.Applier;
import dev.davit.apply.ApplyOptions;
import dev.davit.apply.Ending;
import dev.davit.apply.Journal;
import dev.davit.apply.Operator;
import dev.davit.apply.Outcome;
import dev.davit.apply.Ticker;
import dev.davit.document.DocumentReader;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.model.DesiredObject;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import dev.davit.plan.Change;
import dev.davit.plan.Plan;
import dev.davit.plan.Planner;
import dev.davit.plan.Wanted;
import dev.davit.render.api.RenderApi;
import dev.davit.render.api.RenderApis;
import dev.davit.render.api.Workspace;
import dev.davit.render.compare.Placed;
import dev.davit.render.sandbox.LoggedRequest;
import dev.davit.render.sandbox.Sandbox;
import dev.davit.render.sandbox.SandboxOptions;
import dev.davit.target.CompareOptions;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Compare, plan and apply together, for one stack in a workspace of its own. */
public final class Whole implements AutoCloseable {
    private static final int SPEED = 2000;

    /** Waits as much less as the sandbox is faster. */
    private static final Ticker FAST = Ticker.SYSTEM.faster(SPEED);

    private static final List<String> LISTS = List.of("services", "databases", "envVarGroups");

    public final Sandbox sandbox;
    private final Path folder;
    private RenderConnection connection;
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private int runs;

    public Whole(Path folder) {
        this(folder, it -> it);
    }

    /**
     * Where {@code DAVIT_RENDER_THROUGH} is set, another sandbox is spoken with, through a proxy that looks at each request and answer;
     * what only this process could know of one of its own is then left out.
     */
    static final Optional<URI> THROUGH =
            Optional.ofNullable(System.getenv("DAVIT_RENDER_THROUGH")).map(URI::create);

    public Whole(Path folder, UnaryOperator<SandboxOptions> change) {
        this.folder = folder;
        this.sandbox = Sandbox.start(change.apply(SandboxOptions.usual().speed(SPEED)));
        this.connection = connect();
    }

    /** Say whether what only this process could know is known: what ran when. */
    public static boolean isOwn() {
        return THROUGH.isEmpty();
    }

    private RenderApis apis() {
        return THROUGH.map(it -> RenderApis.at(it, System.getenv("DAVIT_RENDER_KEY")))
                .orElseGet(() -> RenderApis.at(sandbox.address(), sandbox.apiKey()));
    }

    /** Connect as somebody else. */
    public RenderApi api() {
        return apis().ticking(FAST).connect();
    }

    /** Remove all that the stack has: another sandbox than one's own may still have it of another test. */
    public void clear() {
        Plan all = plan("{}");
        String[] kept = all.kept().stream().map(it -> it.key().toString()).toArray(String[]::new);
        if (kept.length > 0 || !all.isEmpty()) {
            apply("{}", deleting(kept));
        }
    }

    private RenderConnection connect() {
        RenderApis apis = apis();
        RenderApi api = api();
        Supplier<Workspace> workspace =
                isOwn() ? () -> new Workspace(sandbox.ownerId(), "shop") : () -> apis.workspace(api, Optional.empty());
        return new RenderConnection(api, workspace, Optional.of("https://example.com/shop"), FAST, () -> {});
    }

    /** Connect as somebody else, to one's own sandbox. */
    public static RenderApi api(Sandbox sandbox) {
        return RenderApis.at(sandbox.address(), sandbox.apiKey()).ticking(FAST).connect();
    }

    RenderConnection connection() {
        return connection;
    }

    /** Read a Blueprint as what a stack wants. */
    public static Wanted wanted(String blueprint) {
        List<DesiredObject> objects = new ArrayList<>();
        MapNode lists = (MapNode) DocumentReader.read("render.yaml", blueprint).get(0);
        collect(lists, objects);
        lists.getMap("ungrouped").ifPresent(it -> collect(it, objects));
        maps(lists, "projects").forEach(it -> maps(it, "environments").forEach(in -> collect(in, objects)));
        return new Wanted("shop", "test", "render", Optional.empty(), Placed.of(lists, objects), needs(objects));
    }

    private static ResourceKey resource(String name) {
        return new ResourceKey(Kind.WORKER, name);
    }

    /** Whatever has a variable of another thing needs that one. */
    private static Map<ResourceKey, Set<ResourceKey>> needs(List<DesiredObject> objects) {
        Map<ResourceKey, Set<ResourceKey>> needs = new HashMap<>();
        for (DesiredObject object : objects) {
            Set<ResourceKey> targets = needs.computeIfAbsent(resource(object.name()), it -> new HashSet<>());
            maps(object.tree(), "envVars")
                    .forEach(variable -> Stream.of("fromService", "fromDatabase")
                            .flatMap(it -> variable.getMap(it).stream())
                            .forEach(it ->
                                    targets.add(resource(it.getText("name").orElseThrow()))));
        }
        return needs;
    }

    private static List<MapNode> maps(MapNode map, String list) {
        return map.getList(list).map(ListNode::items).orElse(List.of()).stream()
                .map((Node it) -> (MapNode) it)
                .toList();
    }

    private static void collect(MapNode lists, List<DesiredObject> objects) {
        for (String list : LISTS) {
            for (Node item : lists.getList(list).map(ListNode::items).orElse(List.of())) {
                MapNode tree = (MapNode) item;
                String name = tree.getText("name").orElseThrow();
                String kind =
                        list.equals("services") ? kind(tree) : list.equals("databases") ? "database" : "envVarGroup";
                objects.add(new DesiredObject(kind, name, Optional.of(resource(name)), tree));
            }
        }
    }

    private static String kind(MapNode service) {
        boolean site = service.getText("runtime").filter("static"::equals).isPresent();
        return site ? "static" : service.getText("type").orElseThrow();
    }

    /** Plan as a command of its own does. */
    public Plan plan(String blueprint) {
        return plan(blueprint, CompareOptions.cautious());
    }

    public Plan plan(String blueprint, CompareOptions options) {
        Wanted wanted = wanted(blueprint);
        return Planner.plan(
                wanted,
                connection.compare(wanted, options),
                Instant.now(),
                Instant.now().plusSeconds(3600));
    }

    /** Give what permits to delete things that hold data. */
    public static CompareOptions deleting(String... things) {
        return new CompareOptions(false, Set.of(), Set.of(things));
    }

    public static CompareOptions adopting() {
        return new CompareOptions(true, Set.of(), Set.of());
    }

    /** Give the one change of a plan that nothing stands against. */
    public static Change only(Plan plan) {
        assertThat(plan.blockers()).isEmpty();
        assertThat(plan.changes()).hasSize(1);
        return plan.changes().get(0);
    }

    public Outcome carryOut(Plan plan) {
        return carryOut(plan, true);
    }

    Outcome carryOut(Plan plan, boolean waits) {
        return carryOut(plan, waits, connection);
    }

    /** Carry a plan out up to its last step, without waiting for what that left on its way. */
    void killedBeforeItsEnd(Plan plan) {
        killed(plan, "finish");
    }

    /** Carry a plan out to the end of its first call, without learning what that did. */
    void killedAtItsFirstCall(Plan plan) {
        killed(plan, "perform");
    }

    private void killed(Plan plan, String at) {
        Operator dying = (Operator) Proxy.newProxyInstance(
                Whole.class.getClassLoader(), new Class<?>[] {Operator.class}, (proxy, method, arguments) -> {
                    Object done = method.getName().equals("finish") ? null : method.invoke(connection, arguments);
                    if (method.getName().equals(at)) {
                        throw new IllegalStateException("killed");
                    }
                    return done;
                });
        try {
            assertThat(carryOut(plan, false, dying).ending()).isNotEqualTo(Ending.DONE);
        } catch (IllegalStateException killed) {
            assertThat(killed).hasMessage("killed");
        }
    }

    private Outcome carryOut(Plan plan, boolean waits, Operator operator) {
        String run = "run" + runs++;
        ApplyOptions options = new ApplyOptions.Builder()
                .by("me@here")
                .run(run)
                .lockTimeout(Duration.ZERO)
                .isAwaiting(waits)
                .firstLook(Duration.ofMillis(10))
                .build();
        try (Journal journal = Journal.open(
                folder.resolve(run),
                connection.place(),
                plan.wanted().stack(),
                plan.wanted().stage())) {
            return new Applier(operator, journal, options, event -> events.add(event.toString())).apply(plan);
        }
    }

    /** Bring the workspace to what a Blueprint says. */
    public Whole apply(String blueprint) {
        return apply(blueprint, CompareOptions.cautious());
    }

    public Whole apply(String blueprint, CompareOptions options) {
        Plan plan = plan(blueprint, options);
        assertThat(plan.blockers()).isEmpty();
        Outcome outcome = carryOut(plan);
        assertThat(outcome.ending()).as("%s\n%s", outcome, events).isEqualTo(Ending.DONE);
        return this;
    }

    /** Make a worker as somebody else would. */
    public void make(String worker) {
        MapNode body = new MapNode(null)
                .put("type", "background_worker")
                .put("name", worker)
                .put("ownerId", sandbox.ownerId());
        body.map("image", null).put("ownerId", sandbox.ownerId()).put("imagePath", "ghcr.io/other/worker:1");
        body.map("serviceDetails", null).put("runtime", "image");
        api(sandbox).post("/services", body);
    }

    /** Give the id of a thing. */
    public String idOf(String name) {
        RenderApi api = api();
        return Stream.of("/services service", "/key-value keyValue", "/postgres postgres")
                .map(it -> it.split(" "))
                .flatMap(it -> api.list(it[0] + "?name=" + name, it[1]).stream())
                .map(it -> it.getText("id").orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    /** Give the writes that were answered since a number of requests. */
    public List<String> writesSince(int number) {
        return sandbox.log().stream()
                .skip(number)
                .filter(LoggedRequest::isWrite)
                .map(it -> it.method() + " " + it.path())
                .toList();
    }

    public int requests() {
        return sandbox.log().size();
    }

    public String events() {
        return events.toString();
    }

    @Override
    public void close() {
        connection.close();
        sandbox.close();
    }
}
