package dev.davit.k8s.operate;

import dev.davit.apply.Fence;
import dev.davit.apply.Written;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Reply;
import dev.davit.plan.Fingerprint;
import dev.davit.plan.Step;

/** Takes the fields of legacy tools over by rewriting who owns them, as client-go's csaupgrade does; no field changes its value. */
final class Adopting {
    static final String JSON_PATCH = "application/json-patch+json";
    private static final int TRIES = 10;

    private final ApiServer api;
    private final Locator locator;

    Adopting(ApiServer api, Locator locator) {
        this.api = api;
        this.locator = locator;
    }

    Written adopt(Step step, Fence fence) {
        String path = locator.path(step);
        Fingerprint expects = step.expects().orElseThrow();
        for (int i = 0; i < TRIES; i++) {
            locator.pause(i, step.key());
            Live live = Applying.same(api.get(path), step, expects);
            var owners = Owners.of(live).adoptedBy(Applying.MANAGER);
            if (owners.isEmpty()) {
                return new Written(live.uid(), live.version(), false);
            }
            Reply reply = api.checking(fence::check).patch(path, JSON_PATCH, patch(live, owners.get()));
            if (!reply.conflict()) {
                return written(reply, step);
            }
        }
        throw Answers.stale("it changes faster than it can be adopted, " + TRIES + " tries", step.key());
    }

    /** Replacing the version by itself makes the server refuse where somebody else wrote meanwhile. */
    static ListNode patch(Live live, ListNode owners) {
        return new ListNode(null)
                .add(replace("/metadata/managedFields", owners))
                .add(replace("/metadata/resourceVersion", live.version()));
    }

    private static MapNode replace(String path, Object value) {
        return new MapNode(null).put("op", "replace").put("path", path).put("value", value);
    }

    private static Written written(Reply reply, Step step) {
        if (!reply.ok()) {
            throw Answers.refused(reply, step);
        }
        Live live = new Live(reply.body());
        return new Written(live.uid(), live.version(), true);
    }
}
