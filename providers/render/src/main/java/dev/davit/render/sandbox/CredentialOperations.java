package dev.davit.render.sandbox;

import dev.davit.document.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers for credentials of image registries; a token is taken, checked for being there and forgotten. */
final class CredentialOperations {
    private final World world;

    CredentialOperations(World world) {
        this.world = world;
    }

    void addTo(Router router) {
        router.on("GET /registrycredentials", this::list)
                .on("POST /registrycredentials", this::create)
                .on(
                        "GET /registrycredentials/{}",
                        call -> Answer.ok(credential(call).shown()))
                .on("PATCH /registrycredentials/{}", this::change)
                .on("DELETE /registrycredentials/{}", this::delete);
    }

    private Entity credential(Call call) {
        return world.state().get(Kind.CREDENTIAL, call.variable(0));
    }

    private Answer list(Call call) {
        List<String> owners = call.all("ownerId");
        List<String> types = call.all("type");
        Map<String, Node> byId = new TreeMap<>();
        Filters.by(call, Late.visible(world.state().all(Kind.CREDENTIAL), call), "name", "username").stream()
                .filter(it -> owners.isEmpty() || owners.contains(it.text("_owner")))
                .filter(it -> types.isEmpty() || types.contains(it.text("registry")))
                .forEach(it -> byId.put(it.id(), it.shown()));
        return Paging.page(call, "", byId, false);
    }

    private Answer create(Call call) {
        Entity asked = call.body("credentialPOST");
        if (world.state().find(Kind.OWNER, asked.text("ownerId")).isEmpty()) {
            // The description knows no 404 here.
            throw Problem.badRequest("ownerId names no workspace");
        }
        Entity credential = Entity.empty()
                .put("id", world.state().newId(Kind.CREDENTIAL))
                .put("_owner", asked.text("ownerId"))
                .put("_createdAt", call.now())
                .take(asked, "name", "registry", "username");
        World.touch(credential, call.now());
        return Answer.ok(world.state().put(Kind.CREDENTIAL, credential).shown());
    }

    private Answer change(Call call) {
        Entity credential = credential(call).take(call.body("credentialPATCH"), "name", "registry", "username");
        return Answer.ok(World.touch(credential, call.now()).shown());
    }

    private Answer delete(Call call) {
        world.state().remove(Kind.CREDENTIAL, credential(call).id());
        return Answer.gone();
    }
}
