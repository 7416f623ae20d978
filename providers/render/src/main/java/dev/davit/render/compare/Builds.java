package dev.davit.render.compare;

import dev.davit.document.MapNode;
import dev.davit.model.DesiredObject;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Wanted;
import dev.davit.render.api.RenderApi;
import dev.davit.render.ownership.StackRecord;
import dev.davit.target.Workers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Knows from which commit of a repository a service is built. A Blueprint names none, and each deploy with a build takes the newest of
 * the branch; only a rollback wants one by its name, and then nothing else may start a deploy of another.
 *
 * <p>The commit is built anew with the settings that the release wanted. The API could also put back what was built then; that brings
 * back all variables of that time as well, secrets that were rotated since among them, and does not say so. Source:
 * https://render.com/docs/rollbacks
 */
public final class Builds {
    /** Names the property that a rollback wants of what is built from a repository. */
    public static final String COMMIT = "commit";

    /** Names what starts deploys by itself. */
    public static final String AUTO_DEPLOY = "autoDeployTrigger";

    /** Stands for whatever is the newest when a build begins. */
    static final String NEWEST = "the newest of its branch";

    private static final String OFF = "off";

    private final Snapshot snapshot;
    private final StackRecord record;

    private Builds(Snapshot snapshot, StackRecord record) {
        this.snapshot = snapshot;
        this.record = record;
    }

    /**
     * Give what a release wanted, each service built from what ran when the release ended, where another commit runs now.
     *
     * @param ended when the next release began
     */
    public static Wanted asTheyRan(Snapshot snapshot, StackRecord record, Wanted wanted, Instant ended) {
        Builds builds = new Builds(snapshot, record);
        try (Workers workers = new Workers()) {
            return wanted.with(workers.all(wanted.objects().stream()
                    .<Callable<DesiredObject>>map(it -> () -> builds.asItRan(it, ended))
                    .toList()));
        }
    }

    private DesiredObject asItRan(DesiredObject object, Instant ended) {
        List<MapNode> there =
                isBuilt(object.kind(), object.tree()) ? snapshot.find(object.kind(), object.name()) : List.of();
        if (there.size() != 1) {
            return object;
        }
        String id = there.get(0).getText("id").orElse("");
        Optional<String> then = Deploys.ranAt(snapshot.api(), id, ended).flatMap(Deploys::commit);
        boolean tied = isTied(record.find(new ObjectKey(object.kind(), "", object.name())));
        return then.isEmpty() || !tied && then.equals(newest(snapshot.api(), id))
                ? object
                : new DesiredObject(
                        object.kind(),
                        object.name(),
                        object.resource(),
                        object.tree().copy().put(COMMIT, then.get()).put(AUTO_DEPLOY, OFF));
    }

    /** Say whether a service is built from a repository of its own. */
    static boolean isBuilt(String kind, MapNode tree) {
        return Words.isService(kind)
                && !kind.equals("workflow")
                && !tree.has("buildSource")
                && tree.getText("runtime").filter(it -> !it.equals("image")).isPresent();
    }

    private static boolean isTied(Optional<StackRecord.Entry> entry) {
        return entry.filter(it -> it.said().contains(COMMIT)).isPresent();
    }

    private static Optional<String> newest(RenderApi api, String service) {
        return Deploys.notFailed(api, service).flatMap(Deploys::commit);
    }

    /** Add what a service is built from, where that is of any concern: a rollback wants or wanted it to be something. */
    static Live seen(RenderApi api, Live live, MapNode tree, Set<String> said) {
        return isBuilt(live.kind(), tree) && (tree.has(COMMIT) || said.contains(COMMIT))
                ? newest(api, live.id()).map(it -> live.saying(COMMIT, it)).orElse(live)
                : live;
    }

    /** Give back to a service what started its deploys before a rollback, where the definition leaves that to whoever set it. */
    static MapNode released(MapNode tree, Optional<StackRecord.Entry> entry) {
        return tree.has(COMMIT) || tree.has(AUTO_DEPLOY)
                ? tree
                : entry.flatMap(StackRecord.Entry::autoDeploy)
                        .map(it -> tree.copy().put(AUTO_DEPLOY, it))
                        .orElse(tree);
    }

    /** Say whether a delta is about going on from the commit of a rollback. */
    static boolean isRelease(Delta delta) {
        return delta.isOf(COMMIT) && delta.after().map(Object::toString).equals(Optional.of(NEWEST));
    }
}
