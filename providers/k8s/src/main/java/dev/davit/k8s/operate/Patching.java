package dev.davit.k8s.operate;

import dev.davit.apply.Fence;
import dev.davit.apply.Written;
import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Reply;
import dev.davit.plan.Fingerprint;
import dev.davit.plan.Step;
import java.util.Optional;

/** Changes the fields that a step names and no other (a JSON merge patch): the object does not become ours by it. */
final class Patching {
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final int TRIES = 10;

    private final ApiServer api;
    private final Locator locator;

    Patching(ApiServer api, Locator locator) {
        this.api = api;
        this.locator = locator;
    }

    Written patch(Step step, Fence fence) {
        String path = locator.path(step);
        for (int i = 0; i < TRIES; i++) {
            locator.pause(i, step.key());
            Live live = live(api.get(path), step);
            MapNode body = step.body().orElseThrow().copy();
            MapNode metadata = body.getMap("metadata").orElseGet(() -> body.map("metadata", null));
            metadata.put("uid", live.uid()).put("resourceVersion", live.version());
            Reply reply = api.checking(fence::check).patch(path, MERGE_PATCH, body);
            if (reply.ok()) {
                Live after = new Live(reply.body());
                return new Written(
                        after.uid(), after.version(), !after.version().equals(live.version()));
            }
            if (!reply.conflict()) {
                throw Answers.refused(reply, step);
            }
        }
        throw Answers.stale("it changes faster than it can be patched, " + TRIES + " tries", step.key());
    }

    /** A step may expect nothing where an earlier one of the same plan made the object. */
    private static Live live(Reply reply, Step step) {
        Optional<Fingerprint> expects = step.expects();
        if (expects.isPresent()) {
            return Applying.same(reply, step, expects.get());
        }
        if (!reply.ok()) {
            throw Answers.refused(reply, step);
        }
        return new Live(reply.body());
    }
}
