package dev.davit.k8s.operate;

import dev.davit.apply.Fence;
import dev.davit.apply.Written;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.ApplyParameters;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.ownership.Home;
import dev.davit.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps a field at its value while we stop to own it: a temporary manager holds it until whoever is to set it writes another value
 * (Kubernetes' page on server-side apply, "Transferring ownership").
 */
final class HandingOver {
    private static final String MANAGER = "davit-handover";

    private final ApiServer api;
    private final Locator locator;

    HandingOver(ApiServer api, Locator locator) {
        this.api = api;
        this.locator = locator;
    }

    Written handOver(Step step, String set, Fence fence) {
        String path = locator.path(step);
        Live live = live(api.get(path), step, set);
        MapNode body = step.body().orElseThrow().copy();
        body.getMap("metadata").orElseThrow().put("uid", live.uid());
        for (String part : Set.copyOf(body.entries().keySet())) {
            if (!Set.of("apiVersion", "kind", "metadata").contains(part)) {
                live.tree()
                        .get(part)
                        .ifPresent(it -> body.put(part, atPresent(body.get(part).orElseThrow(), it)));
            }
        }
        return written(api.checking(fence::check).apply(path, body, ApplyParameters.cautious(MANAGER)), live, step);
    }

    /** An object that the plan did not see is one that an earlier step of it made, and has our mark. */
    private static Live live(Reply reply, Step step, String set) {
        if (step.expects().isPresent()) {
            return Applying.same(reply, step, step.expects().get());
        }
        if (!reply.ok()) {
            throw reply.notFound()
                    ? Answers.stale("it was deleted since it was made", step.key())
                    : Answers.refused(reply, step);
        }
        Live live = new Live(reply.body());
        if (!live.label(Home.MEMBER).equals(Optional.of(set))) {
            throw Answers.stale("it is there already, and the plan saw none", step.key());
        }
        return live;
    }

    /** The value may have moved since the plan; giving it back the old one would be a change. */
    private static Node atPresent(Node planned, Node live) {
        if (!(planned instanceof MapNode map) || !(live instanceof MapNode present)) {
            return live;
        }
        MapNode out = new MapNode(null);
        map.entries()
                .forEach((key, value) -> out.put(
                        key, present.get(key).map(it -> atPresent(value, it)).orElse(value)));
        return out;
    }

    private static Written written(Reply reply, Live live, Step step) {
        if (Answers.isFieldConflict(reply)) {
            // Whoever is to have it has it already.
            return new Written(live.uid(), live.version(), false);
        }
        if (!reply.ok()) {
            throw Answers.refused(reply, step);
        }
        Live now = new Live(reply.body());
        return new Written(live.uid(), now.version(), !held(now).equals(held(live)));
    }

    /** Gives the fields that are held; the version alone moves with each status that a controller writes meanwhile. */
    private static List<Optional<MapNode>> held(Live live) {
        return live.maps("metadata", "managedFields")
                .filter(it -> it.text("manager").equals(Optional.of(MANAGER)))
                .map(it -> it.map("fieldsV1"))
                .toList();
    }
}
