package dev.davit.render.compare;

import dev.davit.document.MapNode;
import dev.davit.plan.ObjectKey;
import dev.davit.render.api.RenderApi;
import dev.davit.render.ownership.StackRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Gives what it takes to bring one thing of a workspace to what a step wants, from what is live at that moment. */
public final class Things {
    private final Snapshot snapshot;
    private final Reader reader;
    private final References references;
    private final Bodies bodies;
    private final Mask mask = new Mask();

    /**
     * Look at a workspace now.
     *
     * @param outside knows what other targets have
     */
    public Things(RenderApi api, String owner, Outside outside) {
        this.snapshot = Snapshot.of(api, owner);
        this.reader = new Reader(snapshot);
        this.references = new References(snapshot, outside);
        this.bodies = new Bodies(owner, name -> Credentials.id(snapshot, name), snapshot);
    }

    /** Find what has a kind and name, without the rest of what it says. */
    public List<MapNode> find(ObjectKey key) {
        return snapshot.find(key.kind(), key.name());
    }

    /** Read all that a thing says. */
    public Live read(ObjectKey key, MapNode found) {
        return reader.read(key.kind(), found);
    }

    /** Give where the things of a kind are: {@code /services}. */
    public static String collection(String kind) {
        return Writes.collection(kind);
    }

    /** Give when a thing was made; of what Render does not tell that, the end of all time. */
    public static Instant createdAt(MapNode answer) {
        return Subject.createdAt(answer);
    }

    /** Say whether a kind is deployed. */
    public static boolean isService(String kind) {
        return Words.isService(kind);
    }

    /** Give the kind of a service from its answer. */
    public static String kind(MapNode service) {
        return Words.kind(service.getText("type").orElse(""));
    }

    /** Name all that a definition says of a thing. */
    public static Set<String> paths(ObjectKey key, MapNode wants) {
        return Difference.paths(key.kind(), wants);
    }

    /** Say whether instances of a thing run with variables of groups; a run of a cron job reads them when it starts. */
    public static boolean readsGroups(ObjectKey key, MapNode wants) {
        return !key.kind().equals("cron")
                && !Variables.of(key.kind(), wants).groups().isEmpty();
    }

    /** Find the deploy that takes up what applies changed: live or on its way; empty if one is still to be started. */
    public Optional<MapNode> deploy(ObjectKey key, Work work, String id, StackRecord.Entry entry) {
        return deploy(snapshot, key, work.wants(), id, entry);
    }

    static Optional<MapNode> deploy(
            Snapshot snapshot, ObjectKey key, MapNode wants, String id, StackRecord.Entry entry) {
        Instant groupsChanged = Variables.of(key.kind(), wants).groups().stream()
                .flatMap(it -> snapshot.find("envVarGroup", it).stream())
                .flatMap(it -> it.getText("updatedAt").map(Instant::parse).stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return Deploys.since(snapshot.api(), id, entry, readsGroups(key, wants), groupsChanged);
    }

    /** Name the variables that point to what is not there. */
    public List<String> nowhere(ObjectKey key, Work work) {
        return Variables.of(key.kind(), work.wants()).nowhere(references, Set.of());
    }

    /** Name the project or environment that a thing is to be in and that is not there. */
    public Optional<ObjectKey> unplaced(ObjectKey key, Work work) {
        String kind = key.kind().equals(Projects.ENVIRONMENT) ? Projects.PROJECT : Projects.ENVIRONMENT;
        return work.wants()
                .getText(kind)
                .filter(it -> !it.equals(Projects.NONE)
                        && snapshot.projects().id(kind, it).isEmpty())
                .map(it -> new ObjectKey(kind, "", it));
    }

    /** Give the body that makes a thing. */
    public MapNode creation(ObjectKey key, Work work) {
        Map<String, MapNode> variables = Variables.of(key.kind(), work.wants()).entries(references);
        return bodies.creation(key.kind(), key.name(), work.wants(), new ArrayList<>(variables.values()));
    }

    /** Compare a thing with what a step wants of it. */
    public Difference difference(Work work, Live live) {
        Live seen = Builds.seen(snapshot.api(), live, work.wants(), work.said());
        Difference difference = Difference.of(work.wants(), seen, work.said(), new MapNode(null), references, mask)
                .only(it -> !isReleased(it, work));
        boolean dropsDisk = work.dropsDisk() && !live.diskId().isEmpty();
        return work.own(dropsDisk ? difference.withoutDisk(live) : difference);
    }

    /** Which commit is the newest nobody knows; where another is there than the plan saw, an earlier try of the step has had it built. */
    private boolean isReleased(Delta delta, Work work) {
        return Builds.isRelease(delta)
                && !mask.trace(delta.before()).equals(work.changes().get(delta.path()));
    }

    /** Name what differs though the plan did not show it, or shows it as something that it is not any more. */
    public Set<String> unplanned(Work work, Difference difference) {
        return difference.deltas().stream()
                .filter(it -> !mask.trace(it.before()).equals(work.changes().get(it.path())))
                .filter(it -> !isUncovered(it, work))
                .map(Delta::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A fixed number of instances shows when an earlier try of the same step has ended the scaling by load. */
    private static boolean isUncovered(Delta delta, Work work) {
        return delta.path().equals("numInstances")
                && work.changes().keySet().stream().anyMatch(it -> it.startsWith("scaling."));
    }

    /** Give the calls that remove a difference. */
    public List<Writes.Write> writes(Work work, Live live, Difference difference) {
        return Writes.of(work, live, difference, references, bodies, snapshot);
    }
}
