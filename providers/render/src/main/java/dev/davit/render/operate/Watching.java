package dev.davit.render.operate;

import dev.davit.apply.ApplyException;
import dev.davit.apply.Readiness;
import dev.davit.apply.Written;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Step;
import dev.davit.render.api.RenderApi;
import dev.davit.render.compare.Deploys;
import dev.davit.render.compare.Projects;
import dev.davit.render.compare.Things;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Looks how far a step has come: whether its deploy is live, its data store available, its thing gone. */
final class Watching {
    /** Enough to see why a program ended. */
    private static final int LINES = 20;

    private static final Set<String> BROKEN = Set.of("recovery_failed", "unavailable");

    private final RenderApi api;
    private final String owner;
    private final Supplier<Things> looking;
    private final Starting starting;

    Watching(RenderApi api, String owner, Supplier<Things> looking, Starting starting) {
        this.api = api;
        this.owner = owner;
        this.looking = looking;
        this.starting = starting;
    }

    Readiness readiness(Step step, Written written) {
        String kind = step.key().kind();
        if (kind.equals("envVarGroup") || Projects.isOne(kind)) {
            return Readiness.ready("written");
        }
        if (written.uid().isEmpty()) {
            return unknown(step.key());
        }
        if (!Things.isService(kind)) {
            return store(step.key(), written.uid());
        }
        return written.version().startsWith("dep-")
                ? deploy(step.key(), written.uid(), written.version())
                : Readiness.ready("no deploy needed");
    }

    /** What an apply elsewhere left, of which nobody here knows what it did. */
    private Readiness unknown(ObjectKey key) {
        List<MapNode> found = looking.get().find(key);
        if (found.size() != 1) {
            return Readiness.failed("it is not there any more", List.of());
        }
        String id = found.get(0).getText("id").orElse("");
        if (!Things.isService(key.kind())) {
            return store(key, id);
        }
        return starting.newest(id)
                .flatMap(it -> it.getText("id"))
                .map(it -> deploy(key, id, it))
                .orElseGet(() -> Readiness.ready("never deployed"));
    }

    Readiness gone(Step step) {
        String path = Things.collection(step.key().kind()) + "/"
                + step.expects().orElseThrow().uid();
        return api.get(path).isEmpty() ? Readiness.ready("gone") : Readiness.waiting("still there");
    }

    private Readiness store(ObjectKey key, String id) {
        String status = api.get(Things.collection(key.kind()) + "/" + id)
                .flatMap(it -> it.getText("status"))
                .orElse("gone");
        if (status.equals("available") || status.equals("suspended")) {
            return Readiness.ready(status);
        }
        return BROKEN.contains(status) || status.equals("gone")
                ? Readiness.failed(words(status), List.of())
                : Readiness.waiting(words(status));
    }

    private Readiness deploy(ObjectKey key, String service, String id) {
        Optional<MapNode> found = api.get("/services/" + service + "/deploys/" + id);
        if (found.isEmpty()) {
            return Readiness.failed("its deploy " + id + " is not there any more", List.of());
        }
        MapNode deploy = found.get();
        String status = Deploys.status(deploy);
        if (status.equals("live")) {
            return Readiness.ready("live");
        }
        if (status.equals("deactivated")) {
            return succeeded(key, service, id);
        }
        return Deploys.isFailed(deploy)
                ? Readiness.failed("deploy " + id + ": " + words(status), log(service, deploy))
                : Readiness.waiting(words(status));
    }

    /** Another deploy has followed; where it is live, so are the settings that this one was for. */
    private Readiness succeeded(ObjectKey key, String service, String id) {
        Optional<MapNode> newest = starting.newest(service);
        return newest.filter(it -> Deploys.status(it).equals("live")).isPresent()
                ? Readiness.ready("live with a later deploy")
                : newest.filter(Deploys::isUnderWay).isPresent()
                        ? Readiness.waiting("a later deploy is under way")
                        : Readiness.failed(
                                "deploy " + id + " of " + key + " was replaced by one that failed", List.of());
    }

    static String words(String status) {
        return status.replace('_', ' ');
    }

    /** Gives the last lines of a service's log since a deploy began, oldest first; nothing where they cannot be read. */
    private List<String> log(String service, MapNode deploy) {
        try {
            String from = deploy.getText("createdAt").orElse("");
            List<Node> lines = api.get("/logs?ownerId=" + owner + "&resource=" + service + "&direction=backward&limit="
                            + LINES + (from.isEmpty() ? "" : "&startTime=" + from))
                    .flatMap(it -> it.getList("logs"))
                    .map(ListNode::items)
                    .orElse(List.of());
            List<String> texts = new ArrayList<>();
            lines.forEach(it -> texts.add(((MapNode) it).getText("message").orElse("")));
            Collections.reverse(texts);
            return texts;
        } catch (ApplyException toldWithoutIt) {
            return List.of();
        }
    }
}
