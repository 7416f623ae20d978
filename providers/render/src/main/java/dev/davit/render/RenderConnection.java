package dev.davit.render;

import dev.davit.apply.Fence;
import dev.davit.apply.Health;
import dev.davit.apply.LeaseStore;
import dev.davit.apply.Readiness;
import dev.davit.apply.Refusal;
import dev.davit.apply.Release;
import dev.davit.apply.ReleaseStore;
import dev.davit.apply.Ticker;
import dev.davit.apply.Written;
import dev.davit.document.MapNode;
import dev.davit.model.Assembly;
import dev.davit.plan.Comparison;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Place;
import dev.davit.plan.Plan;
import dev.davit.plan.Step;
import dev.davit.plan.Wanted;
import dev.davit.render.api.RenderApi;
import dev.davit.render.api.Workspace;
import dev.davit.render.compare.Builds;
import dev.davit.render.compare.Comparing;
import dev.davit.render.compare.Outside;
import dev.davit.render.compare.Snapshot;
import dev.davit.render.operate.RenderOperator;
import dev.davit.render.operate.ServiceHealth;
import dev.davit.render.operate.WorkspaceLogs;
import dev.davit.render.ownership.ReleaseFiles;
import dev.davit.render.ownership.StackGroup;
import dev.davit.render.ownership.StackRecord;
import dev.davit.target.Artifact;
import dev.davit.target.CompareOptions;
import dev.davit.target.Connection;
import dev.davit.target.LogQuery;
import dev.davit.target.LogReader;
import dev.davit.target.Validation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** One workspace of Render: read it, compare it, change it. */
final class RenderConnection implements Connection {
    private final RenderApi api;
    private final Supplier<Workspace> chosen;
    private final Optional<String> repository;
    private final Ticker ticker;
    private final Runnable afterwards;
    private final AtomicReference<Snapshot> ahead = new AtomicReference<>();
    private volatile List<Connection> others = List.of();
    private Workspace workspace;
    private RenderOperator operator;

    /**
     * Connect to a workspace.
     *
     * @param chosen asks which workspace is meant, once
     * @param repository the repository of what is built from one and names none
     * @param ticker tells the time of the workspace, which for a sandbox may run faster
     * @param afterwards what is to be done when the connection is closed
     */
    RenderConnection(
            RenderApi api,
            Supplier<Workspace> chosen,
            Optional<String> repository,
            Ticker ticker,
            Runnable afterwards) {
        this.api = api;
        this.chosen = chosen;
        this.repository = repository;
        this.ticker = ticker;
        this.afterwards = afterwards;
    }

    private synchronized Workspace workspace() {
        if (workspace == null) {
            workspace = chosen.get();
        }
        return workspace;
    }

    private String owner() {
        return workspace().id();
    }

    private synchronized RenderOperator operator() {
        if (operator == null) {
            operator = new RenderOperator(api, owner(), ticker);
        }
        return operator;
    }

    @Override
    public Place place() {
        return new Place(
                "render",
                "workspace " + workspace(),
                owner(),
                Optional.of(workspace().id()));
    }

    @Override
    public void readAhead(Assembly assembly) {
        try {
            ahead.set(Snapshot.of(api, owner()).whole());
        } catch (RuntimeException saidWhereItIsNeeded) {
            ahead.set(null);
        }
    }

    @Override
    public Comparison compare(Wanted wanted, CompareOptions options) {
        Snapshot snapshot = Optional.ofNullable(ahead.getAndSet(null)).orElseGet(() -> Snapshot.of(api, owner()));
        StackGroup group = operator().group(wanted.stack(), wanted.stage());
        StackGroup.Content content = group.read();
        StackRecord record = StackRecord.of(content, group);
        Outside outside = outside(wanted);
        return new Comparing(snapshot, place(), group, record, last(group, content), repository, outside)
                .compare(others.isEmpty() ? unmarked(wanted) : wanted, options);
    }

    @Override
    public Wanted asItRan(Wanted wanted, Optional<Release> next) {
        StackGroup group = operator().group(wanted.stack(), wanted.stage());
        Wanted free = Builds.free(wanted);
        Set<ObjectKey> built = Builds.built(compare(free, CompareOptions.cautious()));
        StackRecord record = StackRecord.of(group.read(), group);
        Optional<Instant> ended = next.map(it -> record.begun(it.number()).orElse(it.startedAt()));
        return new Builds(Snapshot.of(api, owner()), record, built).tied(free, ended);
    }

    private static Wanted unmarked(Wanted wanted) {
        return wanted.with(wanted.objects().stream().map(Outside::unmarked).toList());
    }

    private Plan own(Plan plan) {
        return others.isEmpty()
                ? new Plan.Builder().from(plan).wanted(unmarked(plan.wanted())).build()
                : plan;
    }

    private Outside outside(Wanted wanted) {
        return (resource, property) -> others.stream()
                .flatMap(it -> it.offered(wanted.stack(), wanted.stage(), wanted.scope(), resource, property).stream())
                .findFirst();
    }

    /** Render's words begin with a small letter. */
    @Override
    public boolean names(ObjectKey key) {
        return Character.isLowerCase(key.kind().charAt(0));
    }

    @Override
    public void beside(List<Connection> joined) {
        others = List.copyOf(joined);
    }

    private Map<ObjectKey, MapNode> last(StackGroup group, StackGroup.Content content) {
        Map<ObjectKey, MapNode> last = new LinkedHashMap<>();
        new ReleaseFiles(api, group)
                .last(content)
                .ifPresent(release -> release.wanted()
                        .objects()
                        .forEach(it -> last.put(new ObjectKey(it.kind(), "", it.name()), it.tree())));
        return last;
    }

    @Override
    public List<Refusal> preflight(Plan plan) {
        return operator().preflight(plan);
    }

    @Override
    public LeaseStore lease(String stack, String stage) {
        return operator().lease(stack, stage);
    }

    @Override
    public void begin(Plan plan, int release, Fence fence) {
        operator().ask(outside(plan.wanted()));
        operator().begin(own(plan), release, fence);
    }

    @Override
    public Written perform(Step step, Fence fence) {
        return operator().perform(step, fence);
    }

    @Override
    public Readiness readiness(Step step, Written written, Fence fence) {
        return operator().readiness(step, written, fence);
    }

    @Override
    public void finish(Plan plan, Fence fence) {
        operator().finish(own(plan), fence);
    }

    @Override
    public ReleaseStore releases(String stack, String stage) {
        return operator().releases(stack, stage);
    }

    @Override
    public List<Health> health(String stack, String stage) {
        StackGroup group = operator().group(stack, stage);
        return new ServiceHealth(api, owner()).of(StackRecord.of(group.read(), group));
    }

    @Override
    public LogReader logs(LogQuery query) {
        StackGroup group = operator().group(query.stack(), query.stage());
        return new WorkspaceLogs(api, owner(), query, () -> StackRecord.of(group.read(), group), ticker);
    }

    @Override
    public Optional<Validation> validate(Artifact file) {
        return Optional.of(new BlueprintCheck(api, owner()).of(file));
    }

    @Override
    public void close() {
        api.close();
        afterwards.run();
    }
}
