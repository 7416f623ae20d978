package dev.davit.k8s.operate;

import dev.davit.apply.Fence;
import dev.davit.apply.Written;
import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Reply;
import dev.davit.plan.Step;

/** Changes single fields of an object that is not ours and does not become ours, such as a claim that a StatefulSet made. */
final class Patching {
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
            Live live = Applying.same(api.get(path), step, step.expects().orElseThrow());
            MapNode body = step.body().orElseThrow().copy();
            body.getMap("metadata").orElseThrow().put("uid", live.uid()).put("resourceVersion", live.version());
            fence.check();
            Reply reply = api.patch(path, "application/merge-patch+json", body);
            if (reply.ok()) {
                String version = new Live(reply.body()).version();
                return new Written(live.uid(), version, !version.equals(live.version()));
            }
            if (!reply.conflict()) {
                throw Answers.refused(reply, step);
            }
        }
        throw Answers.stale("it changes faster than it can be written, " + TRIES + " tries", step.key());
    }
}
