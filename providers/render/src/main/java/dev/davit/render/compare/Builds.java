package dev.davit.render.compare;

import dev.davit.document.MapNode;
import dev.davit.model.DesiredObject;
import dev.davit.plan.Action;
import dev.davit.plan.Comparison;
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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Knows from which commit of a repository a service is built. A Blueprint names none, and each deploy with a build takes the newest of
 * the branch. A rollback ties a service to one, and then nothing else may start a deploy of another: its definition names the commit,
 * and means that auto-deploy is off. A definition that names none sets it free again.
 *
 * <p>The commit is built anew with the settings that the release wanted. The API could also put back what was built then; that brings
 * back all variables of that time as well, secrets that were rotated since among them. Of a cron job it builds no commit by its name,
 * so that there this is done. Source: https://render.com/docs/rollbacks
 */
public final class Builds {
    /** Names the commit that a service is tied to. */
    public static final String COMMIT = "commit";

    /** Names what starts deploys by itself. */
    public static final String AUTO_DEPLOY = "autoDeployTrigger";

    /** Names the deploy that a cron job gets back. */
    public static final String DEPLOY = "deployOfCommit";

    /** Stands for whatever is the newest when a build begins. */
    static final String NEWEST = "the newest of its branch";

    private static final String OFF = "off";

    private final Snapshot snapshot;
    private final StackRecord record;
    private final Set<ObjectKey> built;

    /**
     * Tie services for a rollback.
     *
     * @param built what the rollback has to build whichever commit runs
     */
    public Builds(Snapshot snapshot, StackRecord record, Set<ObjectKey> built) {
        this.snapshot = snapshot;
        this.record = record;
        this.built = Set.copyOf(built);
    }

    /** Give what a release wanted, but for the commits that it was tied to itself. */
    public static Wanted free(Wanted wanted) {
        return wanted.with(wanted.objects().stream()
                .map(it -> with(it, tree -> {
                    tree.remove(COMMIT);
                    tree.remove(DEPLOY);
                    return tree;
                }))
                .toList());
    }

    private static DesiredObject with(DesiredObject object, UnaryOperator<MapNode> edit) {
        return new DesiredObject(
                object.kind(),
                object.name(),
                object.resource(),
                edit.apply(object.tree().copy()));
    }

    /** Name what would be built for the changes that were found. */
    public static Set<ObjectKey> built(Comparison found) {
        return found.changes().stream()
                .filter(it ->
                        it.action() != Action.DELETE && Words.isService(it.key().kind()))
                .filter(it -> Work.of(it.steps().get(0)).deploy() == Deploy.BUILD_AND_DEPLOY)
                .map(it -> it.key())
                .collect(Collectors.toSet());
    }

    /**
     * Tie each service to what ran at a time, where another commit runs now, and where something is to be built: the newest commit is
     * one that nobody has chosen.
     *
     * @param ended the time; empty for now
     */
    public Wanted tied(Wanted wanted, Optional<Instant> ended) {
        try (Workers workers = new Workers()) {
            return wanted.with(workers.all(wanted.objects().stream()
                    .<Callable<DesiredObject>>map(it -> () -> tied(it, ended))
                    .toList()));
        }
    }

    private DesiredObject tied(DesiredObject object, Optional<Instant> ended) {
        ObjectKey key = new ObjectKey(object.kind(), "", object.name());
        List<MapNode> there =
                isBuilt(object.kind(), object.tree()) ? snapshot.find(object.kind(), object.name()) : List.of();
        if (there.size() != 1) {
            return object;
        }
        String id = there.get(0).getText("id").orElse("");
        Optional<MapNode> deploy = Deploys.ranAt(snapshot.api(), id, ended);
        Optional<String> then = deploy.flatMap(Deploys::commit);
        boolean stays = !built.contains(key) && pin(record.find(key)).isEmpty();
        if (then.isEmpty() || stays && then.equals(newest(snapshot.api(), id))) {
            return object;
        }
        return with(object, tree -> {
            tree.put(COMMIT, then.get());
            return object.kind().equals("cron")
                    ? tree.put(DEPLOY, deploy.flatMap(it -> it.getText("id")).orElse(""))
                    : tree;
        });
    }

    /** Say whether a service is built from a repository of its own. */
    static boolean isBuilt(String kind, MapNode tree) {
        return Words.isService(kind)
                && !kind.equals("workflow")
                && !tree.has("buildSource")
                && tree.getText("runtime").filter(it -> !it.equals("image")).isPresent();
    }

    private static Optional<StackRecord.Pin> pin(Optional<StackRecord.Entry> entry) {
        return entry.flatMap(StackRecord.Entry::pin);
    }

    private static Optional<String> newest(RenderApi api, String service) {
        return Deploys.notFailed(api, service).flatMap(Deploys::commit);
    }

    /** Add what a service is built from, where a definition ties it to something, or one did. */
    static Live seen(RenderApi api, Live live, MapNode tree, Set<String> said) {
        return isBuilt(live.kind(), tree) && (tree.has(COMMIT) || said.contains(COMMIT))
                ? newest(api, live.id()).map(it -> live.saying(COMMIT, it)).orElse(live)
                : live;
    }

    /** Say whether somebody has already had another commit built than a service was tied to: then there is nothing to set free. */
    static boolean isFree(Live seen, MapNode tree, Optional<StackRecord.Entry> entry) {
        return !tree.has(COMMIT)
                && pin(entry)
                        .filter(it -> seen.answer().getText(COMMIT).equals(Optional.of(it.commit())))
                        .isEmpty();
    }

    /**
     * Write into a definition what it means for auto-deploy: off where it ties a service; and where it says nothing of that and sets
     * one free, what it was before, unless somebody has switched it on meanwhile.
     */
    static MapNode meant(String kind, MapNode tree, Live live, Optional<StackRecord.Entry> entry) {
        if (tree.has(COMMIT)) {
            return tree.copy().put(AUTO_DEPLOY, OFF);
        }
        boolean off = live.answer().getText(AUTO_DEPLOY).filter(OFF::equals).isPresent();
        return tree.has(AUTO_DEPLOY) || !off || !isBuilt(kind, tree)
                ? tree
                : pin(entry)
                        .map(it -> tree.copy().put(AUTO_DEPLOY, it.autoDeploy()))
                        .orElse(tree);
    }

    /** Say whether a delta is about going on from the commit of a rollback. */
    static boolean isRelease(Delta delta) {
        return delta.isOf(COMMIT) && delta.after().map(Object::toString).equals(Optional.of(NEWEST));
    }

    /** Say what a plan cannot show of a cron job that gets back what was built. */
    static Optional<String> words(String kind, MapNode tree) {
        return Optional.of(
                        "what was built then is put back with its start command and variables of that time, old secrets too")
                .filter(it -> kind.equals("cron") && tree.has(COMMIT));
    }
}
