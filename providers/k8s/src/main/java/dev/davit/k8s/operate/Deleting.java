package dev.davit.k8s.operate;

import dev.davit.apply.Fence;
import dev.davit.apply.Readiness;
import dev.davit.apply.Ticker;
import dev.davit.apply.Written;
import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.ownership.Home;
import dev.davit.plan.Fingerprint;
import dev.davit.plan.Step;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Deletes one object by its identity, if it is ours and nobody else's. */
final class Deleting {
    private static final Map<String, String> KEEP = Map.of(
            "client.lifecycle.config.k8s.io/deletion", "detach",
            "cli-utils.sigs.k8s.io/on-remove", "keep",
            "davit.dev/on-remove", "keep");
    private static final int TRIES = 10;
    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private final ApiServer api;
    private final Locator locator;
    private final Ticker ticker;
    /** When an object was first seen on its way out, by identity. */
    private final Map<String, Long> leaving = new ConcurrentHashMap<>();

    Deleting(ApiServer api, Locator locator, Ticker ticker) {
        this.api = api;
        this.locator = locator;
        this.ticker = ticker;
    }

    Written delete(Step step, String set, Fence fence) {
        Optional<String> path = locator.known(step);
        return path.isEmpty() ? new Written("", "", false) : delete(step, path.get(), set, fence);
    }

    private Written delete(Step step, String path, String set, Fence fence) {
        Fingerprint expects = step.expects().orElseThrow();
        for (int i = 0; i < TRIES; i++) {
            locator.pause(i, step.key());
            Reply reply = api.get(path);
            if (reply.notFound()) {
                return new Written("", "", false);
            }
            Live live = Applying.same(reply, step, expects);
            if (live.isDeleted()) {
                return new Written("", "", false);
            }
            guard(step, live, set);
            Reply deleted = api.checking(fence::check).delete(path, options(step, live));
            if (deleted.ok() || deleted.notFound()) {
                return new Written("", "", true);
            }
            if (!deleted.conflict()) {
                throw Answers.refused(deleted, step);
            }
        }
        throw Answers.stale("it changes faster than it can be deleted, " + TRIES + " tries", step.key());
    }

    private static void guard(Step step, Live live, String set) {
        if (live.label(Home.MEMBER).filter(set::equals).isEmpty()) {
            throw Answers.refused(
                    "it does not carry this stack's mark (label " + Home.MEMBER + ")",
                    step.key(),
                    "delete it by hand if it is to go");
        }
        live.controller().ifPresent(owner -> {
            throw Answers.refused(
                    "it is controlled by "
                            + Lines.visible(
                                    owner.kind() + " " + owner.text("name").orElse("")),
                    step.key(),
                    "delete what controls it; that takes it along");
        });
        KEEP.forEach((annotation, value) -> {
            if (live.annotation(annotation).filter(value::equals).isPresent()) {
                throw Answers.refused(
                        "its annotation " + annotation + " says " + value,
                        step.key(),
                        "take the annotation away if it is to go");
            }
        });
    }

    /** Without orphans an object stays until what it owns is gone: then its pods have ended, too. */
    private static MapNode options(Step step, Live live) {
        boolean orphan = step.verb() == Step.Verb.DELETE_ORPHAN;
        MapNode options = new MapNode(null)
                .put("apiVersion", "v1")
                .put("kind", "DeleteOptions")
                .put("propagationPolicy", orphan ? "Orphan" : "Foreground");
        options.map("preconditions", null).put("uid", live.uid()).put("resourceVersion", live.version());
        return options;
    }

    /** Every deletion of what has pods takes a moment; only one that takes longer is kept by something. */
    private boolean isHeld(Live live) {
        long since = leaving.computeIfAbsent(live.uid(), it -> ticker.nanos());
        return ticker.nanos() - since > A_MOMENT.toNanos();
    }

    /** Looks whether it is gone. */
    Readiness readiness(Step step) {
        Optional<Live> live = locator.known(step)
                .map(api::get)
                .filter(Reply::ok)
                .map(Reply::body)
                .map(Live::new);
        Optional<String> uid = step.expects().map(Fingerprint::uid);
        if (live.isEmpty() || uid.isPresent() && !live.get().uid().equals(uid.get())) {
            return Readiness.ready("gone");
        }
        return Readiness.waiting("being deleted"
                + (isHeld(live.get()) ? ReadyRules.finalizers(live.get().finalizers()) : ""));
    }
}
