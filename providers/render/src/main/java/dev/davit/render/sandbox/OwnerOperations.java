package dev.davit.render.sandbox;

import java.util.List;

/** Answers for workspaces and the user. */
final class OwnerOperations {
    private final World world;

    OwnerOperations(World world) {
        this.world = world;
    }

    void addTo(Router router) {
        router.on("GET /owners", this::list)
                .on(
                        "GET /owners/{}",
                        call -> Answer.ok(
                                world.state().get(Kind.OWNER, call.variable(0)).shown()))
                .on("GET /users", call -> Answer.ok(user().shown()));
    }

    private Answer list(Call call) {
        List<Entity> owners = Filters.by(call, List.copyOf(world.state().all(Kind.OWNER)), "name", "email");
        return Paging.page(call, "owner", owners);
    }

    private Entity user() {
        Entity owner = world.owner();
        return Entity.empty().put("email", owner.text("email")).put("name", owner.text("name"));
    }

    /** Makes the workspace that an empty sandbox begins with. */
    void first() {
        world.state()
                .put(
                        Kind.OWNER,
                        Entity.empty()
                                .put("id", world.state().newId(Kind.OWNER))
                                .put("name", "sandbox")
                                .put("email", "sandbox@example.com")
                                .put("type", "team"));
    }
}
