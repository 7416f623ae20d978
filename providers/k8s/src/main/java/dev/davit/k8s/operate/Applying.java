package dev.davit.k8s.operate;

import dev.davit.apply.Fence;
import dev.davit.apply.Written;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.ApplyParameters;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.ownership.Home;
import dev.davit.plan.Fingerprint;
import dev.davit.plan.Step;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Applies on the server's side, and only to the object that the plan saw.
 *
 * <p>Where nothing has touched the object since, its version guards the write, and fields of others may be taken over: the plan
 * listed them. Where its version has moved, nobody's fields are taken: then a field that the plan changes and somebody else changed
 * meanwhile is a conflict, and all other news, such as a new status, is none.
 */
final class Applying {
    static final String MANAGER = "davit";
    private static final int TRIES = 10;

    /** Versions of objects are revisions of etcd, whose first write is the second: no object has this one. */
    private static final String NO_VERSION = "1";

    private final ApiServer api;
    private final Locator locator;
    /** The version that our own last write left, by identity: a later step of the same change expects the one before. */
    private final Map<String, String> own = new ConcurrentHashMap<>();

    Applying(ApiServer api, Locator locator) {
        this.api = api;
        this.locator = locator;
    }

    Written apply(Step step, String set, Fence fence) {
        MapNode body = member(step.body().orElseThrow(), set);
        String path = locator.path(step);
        return step.expects().isPresent()
                ? update(step, path, body, step.expects().get(), fence)
                : create(step, path, body, fence);
    }

    /** Remembers what another step's write left. */
    Written note(Written written) {
        own.put(written.uid(), written.version());
        return written;
    }

    /** Marks an object as one of ours. */
    static MapNode member(MapNode body, String set) {
        MapNode copy = body.copy();
        MapNode metadata = copy.getMap("metadata").orElseGet(() -> copy.map("metadata", null));
        MapNode labels = metadata.getMap("labels").orElseGet(() -> metadata.map("labels", null));
        labels.put(Home.MEMBER, set);
        return copy;
    }

    /**
     * Creates by an apply that fits no object which is there: that has another version, and the server tells a conflict. Where there is
     * none it takes no notice of the version. To look first would take a request more for each object, and would not see what comes
     * between.
     */
    private Written create(Step step, String path, MapNode body, Fence fence) {
        if (step.key().kind().equals("Namespace")) {
            // The one that lease and releases lie in was made before any step.
            Optional<Written> taken = taken(step, path, body, fence);
            if (taken.isPresent()) {
                return taken.get();
            }
        }
        MapNode fitting = body.copy();
        fitting.getMap("metadata").orElseThrow().put("resourceVersion", NO_VERSION);
        Reply made = locator.untilFound(
                step.key(), () -> api.checking(fence::check).apply(path, fitting, ApplyParameters.cautious(MANAGER)));
        // What is there is merged before its version is compared.
        Optional<Written> taken =
                made.conflict() || made.isOfOldVersion() ? taken(step, path, body, fence) : Optional.empty();
        return taken.orElseGet(() -> written(made, step, ""));
    }

    /**
     * Takes what is there, if something is. What the plan did not see and has our mark was made by an earlier step of the plan, or by
     * a call of ours whose answer was lost: whoever holds the lease is alone. Anything else is somebody's.
     */
    private Optional<Written> taken(Step step, String path, MapNode body, Fence fence) {
        Reply found = api.get(path);
        if (!found.ok()) {
            return Optional.empty();
        }
        Live live = new Live(found.body());
        if (live.isDeleted()) {
            throw Answers.stale(
                    "an object of this name is still being deleted" + ReadyRules.finalizers(live.finalizers()),
                    step.key());
        }
        if (!live.label(Home.MEMBER).equals(new Live(body).label(Home.MEMBER))) {
            throw Answers.stale("it is there already, and the plan saw none", step.key());
        }
        return Optional.of(merge(step, path, body, new Fingerprint(live.uid(), live.version(), ""), fence));
    }

    private Written update(Step step, String path, MapNode body, Fingerprint expects, Fence fence) {
        String version = own.getOrDefault(expects.uid(), expects.version());
        Reply reply = force(path, guarded(body, expects.uid(), version), fence);
        if (reply.isOfOldVersion()) {
            Live live = same(api.get(path), step, expects);
            Reply moved = record(path, body, live, fence);
            if (moved.ok() && live.version().equals(version)) {
                version = new Live(moved.body()).version();
                reply = force(path, guarded(body, expects.uid(), version), fence);
            } else {
                reply = moved;
            }
        }
        return reply.conflict() ? merge(step, path, body, expects, fence) : written(reply, step, version);
    }

    private Reply force(String path, MapNode guarded, Fence fence) {
        return api.checking(fence::check)
                .apply(path, guarded, ApplyParameters.cautious(MANAGER).forced());
    }

    /** Records what we applied for the version of the kind that we now apply; no field changes its value. */
    private Reply record(String path, MapNode body, Live live, Fence fence) {
        ListNode owners = Owners.of(live).movedTo(body.getText("apiVersion").orElse(""), MANAGER);
        return api.checking(fence::check).patch(path, Adopting.JSON_PATCH, Adopting.patch(live, owners));
    }

    private Written merge(Step step, String path, MapNode body, Fingerprint expects, Fence fence) {
        for (int i = 0; i < TRIES; i++) {
            locator.pause(i, step.key());
            Live live = same(api.get(path), step, expects);
            MapNode guarded = guarded(body, expects.uid(), live.version());
            Reply would = api.apply(path, guarded, ApplyParameters.dryRun(MANAGER));
            if (would.isOfOldVersion()) {
                Reply moved = record(path, body, live, fence);
                if (moved.ok() || moved.conflict()) {
                    continue;
                }
                throw Answers.refused(moved, step);
            }
            if (would.ok() && isSame(would.body(), live.tree())) {
                return note(new Written(live.uid(), live.version(), false));
            }
            if (!would.conflict()) {
                would = api.checking(fence::check).apply(path, guarded, ApplyParameters.cautious(MANAGER));
            }
            if (Answers.isFieldConflict(would)) {
                throw Answers.stale("changed since the plan: " + Answers.conflicts(would), step.key());
            }
            if (!would.conflict()) {
                return written(would, step, live.version());
            }
        }
        throw Answers.stale("it changes faster than it can be written, " + TRIES + " tries", step.key());
    }

    /** Gives the object if it still is the one that the plan saw. */
    static Live same(Reply reply, Step step, Fingerprint expects) {
        if (reply.notFound()) {
            throw Answers.stale("it was deleted since the plan", step.key());
        }
        if (!reply.ok()) {
            throw Answers.refused(reply, step);
        }
        Live live = new Live(reply.body());
        if (!live.uid().equals(expects.uid())) {
            throw Answers.stale("it was deleted and made anew since the plan", step.key());
        }
        return live;
    }

    private static MapNode guarded(MapNode body, String uid, String version) {
        MapNode copy = body.copy();
        copy.getMap("metadata").orElseThrow().put("uid", uid).put("resourceVersion", version);
        return copy;
    }

    private Written written(Reply reply, Step step, String before) {
        if (!reply.ok()) {
            throw Answers.refused(reply, step);
        }
        Live live = new Live(reply.body());
        return note(new Written(live.uid(), live.version(), !live.version().equals(before)));
    }

    /** Compares owners of fields, too: an object that is as wanted by chance is not ours yet. */
    private static boolean isSame(MapNode some, MapNode other) {
        return steady(some).equals(steady(other));
    }

    private static MapNode steady(MapNode tree) {
        MapNode copy = tree.copy();
        copy.getMap("metadata").ifPresent(metadata -> {
            metadata.remove("resourceVersion");
            metadata.remove("generation");
            new Live(copy)
                    .maps("metadata", "managedFields")
                    .forEach(it -> it.tree().remove("time"));
        });
        return copy;
    }
}
