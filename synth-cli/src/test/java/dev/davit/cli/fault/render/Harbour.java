package dev.davit.cli.fault.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.Journal;
import dev.davit.apply.Release;
import dev.davit.apply.Ticker;
import dev.davit.cli.Child;
import dev.davit.cli.Shell;
import dev.davit.document.Json;
import dev.davit.document.MapNode;
import dev.davit.plan.Comparison;
import dev.davit.plan.Place;
import dev.davit.render.api.RenderApi;
import dev.davit.render.api.RenderApis;
import dev.davit.render.compare.Comparing;
import dev.davit.render.compare.Outside;
import dev.davit.render.compare.Snapshot;
import dev.davit.render.ownership.ReleaseFiles;
import dev.davit.render.ownership.StackGroup;
import dev.davit.render.ownership.StackRecord;
import dev.davit.render.ownership.WorkspaceLease;
import dev.davit.render.sandbox.Fault;
import dev.davit.render.sandbox.FaultPlan;
import dev.davit.render.sandbox.LoggedRequest;
import dev.davit.render.sandbox.Sandbox;
import dev.davit.render.sandbox.SandboxOptions;
import dev.davit.target.CompareOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A workspace of Davit's own Render in this process, and the real command line in processes that reach it over HTTP. */
final class Harbour implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A deploy then takes less than what it takes to ask for it. */
    private static final int SPEED = 2000;

    private static final String STAGE = "prod";

    private final String name = "h" + COUNT.incrementAndGet();
    private final Shell shell;
    private final Sandbox sandbox;
    private final RenderApi api;
    private volatile FaultPlan faults = FaultPlan.none();
    private String options = "";
    private String key;

    Harbour(Shell shell) {
        this(shell, it -> it);
    }

    /** The shell may be another harbour's, too: then a definition is compiled once for both. */
    Harbour(Shell shell, UnaryOperator<SandboxOptions> change) {
        this.shell = shell;
        SandboxOptions usual = SandboxOptions.usual().speed(SPEED);
        this.sandbox = Sandbox.start(
                change.apply(usual).faults((number, method, path) -> faults.choose(number, method, path)));
        this.key = sandbox.apiKey();
        this.api = RenderApis.at(sandbox.address(), sandbox.apiKey())
                .ticking(Ticker.SYSTEM.faster(SPEED))
                .connect();
    }

    /** What is tried with each number. */
    interface Trial {
        void of(int number) throws Exception;
    }

    /** Try all numbers from 1, so many at once. */
    static void inLanes(int lanes, long numbers, Trial trial) throws Exception {
        List<Callable<Void>> all = new ArrayList<>();
        for (int i = 1; i <= numbers; i++) {
            int number = i;
            all.add(() -> {
                trial.of(number);
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(lanes);
        try {
            for (Future<Void> one : threads.invokeAll(all)) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** Speak with the workspace as somebody else. */
    RenderApi api() {
        return api;
    }

    /** Let this go wrong from now on. */
    Harbour failing(FaultPlan plan) {
        faults = plan;
        return this;
    }

    /** Let something go wrong with all requests of a kind. */
    Harbour failing(Predicate<String> which, Fault fault) {
        return failing(
                (number, method, path) -> which.test(method + " " + path) ? Optional.of(fault) : Optional.empty());
    }

    /** Show this key from now on. */
    Harbour key(String it) {
        key = it;
        return this;
    }

    /** Make leases last so long. */
    Harbour lease(int seconds) {
        options = "-Ddavit.lease.seconds=" + seconds;
        return this;
    }

    Process start(String arguments) throws IOException {
        return start("here", arguments);
    }

    /** Start it on a machine of this name: another has another journal. The process is davit's own, not a shell's. */
    Process start(String machine, String arguments) throws IOException {
        return shell.start("export RENDER_API_URL='%s' RENDER_API_KEY='%s' XDG_STATE_HOME='%s' JAVA_OPTIONS='%s'; "
                        .formatted(sandbox.address(), key, state(machine), options)
                + "exec env --default-signal=INT,TERM davit " + arguments);
    }

    /** Run it to its end, which is to have this code. */
    Child.Result davit(int code, String arguments) throws IOException, InterruptedException {
        Child.Result result = Shell.finish(start(arguments));
        assertThat(result.code())
                .as(arguments + ": " + result.out() + result.err())
                .isEqualTo(code);
        assertThat(result.err()).doesNotContain("\tat ");
        return result;
    }

    Path state(String machine) {
        return shell.work().resolve("state-" + name + "-" + machine);
    }

    /** Count the requests so far that could change something. */
    long writes() {
        return sandbox.log().stream().filter(LoggedRequest::isWrite).count();
    }

    /** Give the writes since a number of requests to all but what Davit keeps for itself. */
    List<String> changesSince(int requests) {
        List<String> own = api.list("/env-groups", "").stream()
                .filter(it -> StackGroup.isOwn(text(it, "name")))
                .map(it -> "/env-groups/" + text(it, "id"))
                .toList();
        return sandbox.log().stream()
                .skip(requests)
                .filter(LoggedRequest::isWrite)
                .filter(it -> !it.path().equals("/env-groups"))
                .filter(it -> own.stream().noneMatch(it.path()::startsWith))
                .map(it -> it.method() + " " + it.path())
                .toList();
    }

    /** Count the requests so far. */
    int requests() {
        return sandbox.log().size();
    }

    /** Change a service as somebody else does. */
    void change(String name, MapNode body) {
        api.patch("/services/" + service(name), body);
    }

    /** Give the id of a service. */
    String service(String wanted) {
        return text(api.list("/services?name=" + wanted, "service").get(0), "id");
    }

    /** Name all that there is but what Davit keeps for itself, in order; what is there twice twice. */
    List<String> names() {
        return things().map(it -> text(it, "name")).sorted().toList();
    }

    private static String text(MapNode thing, String field) {
        return thing.getText(field).orElse("");
    }

    private Stream<MapNode> things() {
        return Stream.of("/services service", "/key-value keyValue", "/postgres postgres", "/env-groups ")
                .map(it -> it.split(" ", 2))
                .flatMap(it -> api.list(it[0], it[1]).stream())
                .filter(it -> !StackGroup.isOwn(text(it, "name")));
    }

    /** Write down all that the API says of what there is and with what it runs, without what differs from run to run. */
    List<String> objects() {
        List<String> objects = new ArrayList<>();
        things().forEach(it -> objects.add(text(it, "name") + ": " + all(it)));
        return objects.stream().map(Harbour::anonymous).sorted().toList();
    }

    private String all(MapNode thing) {
        String id = text(thing, "id");
        if (id.startsWith("evg-")) {
            MapNode group = api.get("/env-groups/" + id).orElseThrow();
            List<String> links = group.getList("serviceLinks").orElseThrow().items().stream()
                    .map(it -> text((MapNode) it, "name"))
                    .sorted()
                    .toList();
            group.remove("serviceLinks");
            return Json.compact(group) + links;
        }
        if (!id.startsWith("srv-") && !id.startsWith("crn-")) {
            return Json.compact(thing);
        }
        String path = "/services/" + id;
        return Json.compact(thing)
                + sorted(path + "/env-vars", "envVar")
                + sorted(path + "/custom-domains", "customDomain")
                + "runs: "
                + (id.startsWith("crn-") ? List.of() : sandbox.running(id))
                        .toString()
                        .replaceAll("dep-\\S+", "")
                + environments(id);
    }

    private String environments(String id) {
        return id.startsWith("crn-")
                ? ""
                : sandbox.running(id).stream()
                        .map(it -> new TreeMap<>(it.environment()).toString())
                        .toList()
                        .toString();
    }

    private List<String> sorted(String path, String item) {
        return api.list(path, item).stream().map(Json::compact).sorted().toList();
    }

    /** Hides ids, host names that hold them, times and passwords. */
    private static String anonymous(String text) {
        return text.replaceAll("\\b(srv|crn|dpg|red|evg|dsk|cdm|tea|dep)-[a-z0-9]{12,}", "$1")
                .replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("://([^:@/\"]*):[^@/\"]+@", "://$1@");
    }

    /** Look from another program: the last release is done, nothing is left to do or open, and nobody holds the lease. */
    void isAtItsGoal(String stack, String machine) {
        isDone(stack, machine);
        assertThat(new WorkspaceLease(group(stack), Ticker.SYSTEM)
                        .read()
                        .orElseThrow()
                        .holder())
                .isEmpty();
    }

    /** Waits until the newest deploy of a service is live: what is tried before and after must not depend on the machine's load. */
    void untilLive(String service) throws InterruptedException {
        String id = text(api.list("/services?name=" + service, "service").get(0), "id");
        for (int i = 0; i < 600; i++) {
            if (text(api.list("/services/" + id + "/deploys", "deploy").get(0), "status")
                    .equals("live")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(service + " does not become live");
    }

    private StackGroup group(String stack) {
        return new StackGroup(api, sandbox.ownerId(), stack, STAGE, Ticker.SYSTEM);
    }

    /** Look so at all but the lease: who dies between the end of an apply and giving it back leaves it to run out. */
    void isDone(String stack, String machine) {
        String owner = sandbox.ownerId();
        StackGroup group = group(stack);
        StackGroup.Content content = group.read();
        List<Release> releases = new ReleaseFiles(api, group).list(content);
        assertThat(releases)
                .extracting(Release::state)
                .startsWith(Release.State.DONE)
                .doesNotContain(Release.State.RUNNING);
        Place place = new Place("render", "workspace", owner, Optional.of(owner));
        Comparison found = new Comparing(
                        Snapshot.of(api, owner),
                        place,
                        group,
                        StackRecord.of(content, group),
                        Map.of(),
                        Optional.empty(),
                        Outside.NONE)
                .compare(releases.get(0).wanted(), CompareOptions.cautious());
        assertThat(found.changes()).isEmpty();
        assertThat(found.blockers()).isEmpty();
        try (Journal journal = Journal.open(state(machine).resolve("davit"), place, stack, STAGE)) {
            assertThat(journal.unfinished()).isEmpty();
        }
    }

    /** Say whether the journal of the usual machine knows of a plan that was begun. */
    boolean isResumable(String stack) {
        Place place = new Place("render", "workspace", sandbox.ownerId(), Optional.of(sandbox.ownerId()));
        try (Journal journal = Journal.open(state("here").resolve("davit"), place, stack, STAGE)) {
            return journal.unfinishedPlan().isPresent();
        }
    }

    @Override
    public void close() {
        api.close();
        sandbox.close();
    }
}
