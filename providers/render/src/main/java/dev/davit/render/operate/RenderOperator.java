package dev.davit.render.operate;

import dev.davit.apply.Fence;
import dev.davit.apply.LeaseStore;
import dev.davit.apply.Operator;
import dev.davit.apply.Readiness;
import dev.davit.apply.Refusal;
import dev.davit.apply.ReleaseStore;
import dev.davit.apply.Ticker;
import dev.davit.apply.Written;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.plan.Action;
import dev.davit.plan.Change;
import dev.davit.plan.FieldChange;
import dev.davit.plan.Fingerprint;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Plan;
import dev.davit.plan.Step;
import dev.davit.plan.Step.Verb;
import dev.davit.render.api.RenderApi;
import dev.davit.render.compare.Builds;
import dev.davit.render.compare.Deploy;
import dev.davit.render.compare.Outside;
import dev.davit.render.compare.Projects;
import dev.davit.render.compare.Things;
import dev.davit.render.compare.Work;
import dev.davit.render.ownership.ReleaseFiles;
import dev.davit.render.ownership.StackGroup;
import dev.davit.render.ownership.StackRecord;
import dev.davit.render.ownership.WorkspaceLease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Carries plans out in a workspace. */
public final class RenderOperator implements Operator {
    /** So long after an apply was about to make a thing, lists show it if it was made. */
    private static final Duration LATE = Duration.ofMinutes(2);

    private final RenderApi api;
    private final String owner;
    private final Ticker ticker;
    private final Applying applying;
    private final Watching watching;
    private final Map<String, StackGroup> groups = new ConcurrentHashMap<>();
    private final Map<ObjectKey, String> ids = new ConcurrentHashMap<>();
    private final Set<ObjectKey> unsure = ConcurrentHashMap.newKeySet();
    private final Set<ObjectKey> ready = ConcurrentHashMap.newKeySet();
    private volatile StackRecord record;
    private volatile Outside outside = Outside.NONE;

    /** Carry plans out in the workspace of an owner. */
    public RenderOperator(RenderApi api, String owner, Ticker ticker) {
        Starting starting = new Starting(api, ticker);
        this.api = api;
        this.owner = owner;
        this.ticker = ticker;
        this.applying = new Applying(api, this::look, starting);
        this.watching = new Watching(api, owner, this::look, starting);
    }

    /** Ask this for what other targets of the stack have. */
    public void ask(Outside others) {
        outside = others;
    }

    private Things look() {
        return new Things(api, owner, outside);
    }

    /** A key may do all that its user may; what that is, Render tells nobody beforehand. */
    @Override
    public List<Refusal> preflight(Plan plan) {
        return List.of();
    }

    @Override
    public LeaseStore lease(String stack, String stage) {
        // An apply begins: the group may have been deleted by the one before, and takes nothing after that.
        groups.remove(stack + "/" + stage);
        return new WorkspaceLease(group(stack, stage), ticker);
    }

    @Override
    public ReleaseStore releases(String stack, String stage) {
        return new ReleaseFiles(api, group(stack, stage));
    }

    /** Give the group that holds what is known of a stack. */
    public StackGroup group(String stack, String stage) {
        return groups.computeIfAbsent(stack + "/" + stage, it -> new StackGroup(api, owner, stack, stage, ticker));
    }

    private StackGroup group(Plan plan) {
        return group(plan.wanted().stack(), plan.wanted().stage());
    }

    /** Writes down what is about to become the stack's: a crash then leaves nothing behind that is nobody's. */
    @Override
    public void begin(Plan plan, int release, Fence fence) {
        ready.clear();
        ids.clear();
        StackGroup group = group(plan);
        StackGroup.Content content = group.read();
        record = StackRecord.of(content, group);
        String before = record.write();
        unsure.clear();
        record.entries().forEach((key, entry) -> {
            if (entry.id().isEmpty() && entry.since().plus(LATE).isAfter(content.updatedAt())) {
                unsure.add(key);
            }
        });
        if (!ReleaseFiles.has(content, release)) {
            record.begin(release, content.updatedAt());
        }
        plan.changes().stream()
                .filter(it -> it.action() != Action.DELETE)
                .forEach(it -> intend(it, content.updatedAt()));
        save(group, before, fence);
    }

    private void intend(Change change, Instant now) {
        Work work = Work.of(change.steps().get(0));
        Optional<StackRecord.Entry> known = record.find(change.key());
        String id = change.basis().map(Fingerprint::uid).orElse("");
        Set<String> said = new TreeSet<>(Things.paths(change.key(), work.wants()));
        known.ifPresent(it -> said.addAll(it.said()));
        // What is changed anew waits for a deploy anew, whatever an earlier apply did not come to.
        Optional<Instant> deploys = known.flatMap(StackRecord.Entry::deploys)
                .filter(it -> !work.redeploys())
                .or(() -> Optional.of(now).filter(it -> deploys(change, work)));
        boolean same = change.action() != Action.ADOPT
                && known.filter(it -> it.id().equals(id) || it.id().isEmpty()).isPresent();
        record.put(
                change.key(),
                new StackRecord.Entry(
                        id,
                        same ? known.orElseThrow().since() : now,
                        said,
                        deploys,
                        false,
                        change.action() == Action.CREATE
                                || same && known.orElseThrow().made(),
                        pin(change, work, known)));
    }

    /** What set it free is still to be done; until then it is tied. */
    private static Optional<StackRecord.Pin> pin(Change change, Work work, Optional<StackRecord.Entry> known) {
        Optional<StackRecord.Pin> before = known.flatMap(StackRecord.Entry::pin);
        return work.wants()
                .getText(Builds.COMMIT)
                .map(commit -> new StackRecord.Pin(
                        commit, before.map(StackRecord.Pin::autoDeploy).orElseGet(() -> autoDeploy(change))))
                .or(() -> before);
    }

    private static String autoDeploy(Change change) {
        return change.fields().stream()
                .filter(it -> it.path().equals(Builds.AUTO_DEPLOY))
                .findFirst()
                .flatMap(FieldChange::before)
                .map(Node::toString)
                .orElse("off");
    }

    private static boolean deploys(Change change, Work work) {
        return work.deploy() != Deploy.NONE
                || change.action() == Action.CREATE
                        && Things.isService(change.key().kind());
    }

    private void save(StackGroup group, String before, Fence fence) {
        String now = record.write();
        if (!now.equals(before)) {
            group.putFile(api.checking(fence::check), StackRecord.FILE, now);
        }
    }

    @Override
    public Written perform(Step step, Fence fence) {
        if (step.verb() == Verb.DELETE) {
            return delete(step, fence);
        }
        if (step.verb() != Verb.APPLY) {
            throw new IllegalStateException("no plan for Render has a step of " + step.verb());
        }
        Written written = applying.apply(step, record, unsure.contains(step.key()), fence);
        ids.put(step.key(), written.uid());
        return written;
    }

    private Written delete(Step step, Fence fence) {
        String path = Things.collection(step.key().kind()) + "/"
                + step.expects().orElseThrow().uid();
        boolean there = api.get(path).isPresent();
        if (there) {
            api.checking(fence::check).delete(path);
        }
        return new Written("", "", there);
    }

    @Override
    public Readiness readiness(Step step, Written written, Fence fence) {
        if (step.verb() == Verb.DELETE) {
            return watching.gone(step);
        }
        Readiness readiness = watching.readiness(step, written);
        if (readiness.state() == Readiness.State.READY) {
            ready.add(step.key());
        }
        return readiness;
    }

    /** Writes down what has become the stack's, with ids; without anything left there is nothing to keep a record of. */
    @Override
    public void finish(Plan plan, Fence fence) {
        StackGroup group = group(plan);
        StackRecord known = StackRecord.of(group.read(), group);
        String before = known.write();
        record = known;
        plan.changes().stream().filter(it -> it.action() == Action.DELETE).forEach(it -> record.remove(it.key()));
        forgetHolders(plan);
        Things things = look();
        Set<ObjectKey> unwatched = plan.changes().stream()
                .filter(it -> it.action() != Action.DELETE && !ready.contains(it.key()))
                .filter(it -> deploys(it, Work.of(it.steps().get(0))))
                .map(Change::key)
                .collect(Collectors.toSet());
        Set<ObjectKey> changed = plan.changes().stream().map(Change::key).collect(Collectors.toSet());
        plan.wanted().objects().forEach(it -> {
            ObjectKey key = new ObjectKey(it.kind(), "", it.name());
            settle(key, it.tree(), things, changed.contains(key), unwatched.contains(key));
        });
        if (plan.wanted().objects().isEmpty() && record.isEmpty()) {
            group.delete(api.checking(fence::check));
        } else {
            save(group, before, fence);
        }
    }

    /** What others made to hold things and this stack no longer names is theirs alone again. */
    private void forgetHolders(Plan plan) {
        Set<ObjectKey> wanted = plan.wanted().objects().stream()
                .map(it -> new ObjectKey(it.kind(), "", it.name()))
                .collect(Collectors.toSet());
        record.entries().forEach((key, entry) -> {
            if (Projects.isOne(key.kind()) && !entry.made() && !wanted.contains(key)) {
                record.remove(key);
            }
        });
    }

    private void settle(ObjectKey key, MapNode wants, Things things, boolean changed, boolean unwatched) {
        record.find(key).ifPresent(it -> {
            String id = ids.getOrDefault(key, it.id());
            record.put(
                    key,
                    new StackRecord.Entry(
                            id.isEmpty() ? made(key, things) : id,
                            it.since(),
                            Things.paths(key, wants),
                            it.deploys().filter(since -> unwatched || !changed),
                            changed ? unwatched : it.unwatched(),
                            it.made(),
                            it.pin().filter(was -> wants.has(Builds.COMMIT))));
        });
    }

    /** A process that was resumed does not know what the one before it made. */
    private String made(ObjectKey key, Things things) {
        List<MapNode> found = things.find(key);
        return found.size() == 1 ? found.get(0).getText("id").orElse("") : "";
    }
}
