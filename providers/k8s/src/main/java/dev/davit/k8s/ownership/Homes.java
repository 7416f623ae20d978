package dev.davit.k8s.ownership;

import dev.davit.apply.ApplyException;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Reply;
import dev.davit.plan.Wanted;
import java.util.List;
import java.util.Optional;

/** Find where a stack keeps its own objects: for who compares and for who writes in the same way. */
public final class Homes {
    private final ApiServer api;
    private final Optional<String> namespace;
    private volatile Optional<Home> named = Optional.empty();

    /**
     * Find homes on a server.
     *
     * @param namespace where stacks are that are known by their name alone; empty to look for them
     */
    public Homes(ApiServer api, Optional<String> namespace) {
        this.api = api;
        this.namespace = namespace;
    }

    /** Find stacks wherever they are. */
    public static Homes anywhere(ApiServer api) {
        return new Homes(api, Optional.empty());
    }

    /** Take it from what is wanted, else look for what an earlier apply left; what was taken need not be looked for later. */
    public Home of(Wanted wanted) {
        Optional<Home> taken = Home.namespaceOf(wanted).map(it -> new Home(wanted.stack(), wanted.stage(), it));
        if (taken.isPresent()) {
            named = taken;
        }
        return taken.orElseGet(() -> find(wanted.stack(), wanted.stage()));
    }

    /**
     * Look for what an earlier apply left: everywhere, since the name alone does not say which of two is meant; who may not look
     * everywhere is taken to mean the namespace in which stacks live by default.
     *
     * @throws ApplyException if two namespaces have a stack of this name and stage
     */
    public Home find(String stack, String stage) {
        Home usual = new Home(stack, stage, stack);
        return namespace
                .or(() -> named.filter(it -> it.isOf(stack, stage)).map(Home::namespace))
                .or(() -> Home.only(usual.name(), parents(usual.name())))
                .map(it -> new Home(stack, stage, it))
                .orElse(usual);
    }

    private List<String> parents(String name) {
        String path = "/api/v1/secrets?labelSelector=" + Home.ID + "&fieldSelector=metadata.name%3D" + name;
        try {
            Reply reply = api.get(path, ApiServer.METADATA_LIST);
            return reply.body().getList("items").map(ListNode::items).orElse(List.of()).stream()
                    .filter(MapNode.class::isInstance)
                    .flatMap(it -> ((MapNode) it).getMap("metadata").stream())
                    .flatMap(it -> it.getText("namespace").stream())
                    .toList();
        } catch (ApplyException e) {
            if (e.reason() == ApplyException.Reason.NO_PERMISSION) {
                return List.of();
            }
            throw e;
        }
    }
}
