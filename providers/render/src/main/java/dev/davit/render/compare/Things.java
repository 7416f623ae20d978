package dev.davit.render.compare;

import dev.davit.document.MapNode;
import dev.davit.plan.ObjectKey;
import dev.davit.render.api.RenderApi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives what it takes to bring one thing of a workspace to what a step wants, from what is live at that moment. */
public final class Things {
    private final Snapshot snapshot;
    private final Reader reader;
    private final References references;
    private final Bodies bodies;

    /** Look at a workspace now. */
    public Things(RenderApi api, String owner) {
        this.snapshot = Snapshot.of(api, owner);
        this.reader = new Reader(snapshot);
        this.references = new References(snapshot);
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
        Difference difference =
                Difference.of(work.wants(), live, work.said(), new MapNode(null), references, new Mask());
        boolean dropsDisk = work.dropsDisk() && !live.diskId().isEmpty();
        return dropsDisk
                ? difference.with(new Delta("disk", Optional.empty(), Optional.empty(), Reach.DISK))
                : difference;
    }

    /** Give the calls that remove a difference. */
    public List<Writes.Write> writes(Work work, Live live, Difference difference) {
        return Writes.of(work.wants(), live, difference, references, bodies, snapshot);
    }
}
