package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Answers what Postgres and Key Value have in common. */
final class StoreAnswers {
    private final World world;
    private final Kind kind;

    StoreAnswers(World world, Kind kind) {
        this.world = world;
        this.kind = kind;
    }

    Entity get(Call call) {
        return world.state().get(kind, call.variable(0));
    }

    MapNode shown(Entity store) {
        return store.shown()
                .put(
                        "owner",
                        world.state().get(Kind.OWNER, store.text("_owner")).shown());
    }

    /** Gives a page; what is shown of one in a list may differ from what is shown of it alone. */
    Answer list(Call call, String name, Function<Entity, MapNode> shown) {
        List<String> owners = call.all("ownerId");
        List<Entity> all = Late.visible(world.state().all(kind), call).stream()
                .filter(it -> owners.isEmpty() || owners.contains(it.text("_owner")))
                .toList();
        Map<String, Node> byId = new TreeMap<>();
        Filters.by(call, all, "name", "region", "environmentId", "suspended")
                .forEach(it -> byId.put(it.id(), shown.apply(it)));
        return Paging.page(call, name, byId, false);
    }

    Entity make(Entity asked, Call call) {
        world.state().get(Kind.OWNER, asked.text("ownerId"));
        Entity store = world.newEntity(kind, call.now())
                .put("_owner", asked.text("ownerId"))
                .put("_password", world.secret())
                .put("region", "oregon")
                .put("ipAllowList", new ListNode(null))
                .take(asked, "name", "plan", "region", "ipAllowList");
        new Placement(world).place(store, asked.text("environmentId"));
        return world.state().put(kind, store);
    }

    Answer delete(Call call) {
        Entity store = get(call);
        world.agenda().forget(store.id());
        world.availability().end(store.id(), call.now());
        world.state().remove(kind, store.id());
        return Answer.gone();
    }
}
