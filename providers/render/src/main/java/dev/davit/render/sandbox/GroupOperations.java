package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers for environment groups; linked services see a change after their next deploy. */
final class GroupOperations {
    private final World world;
    private final Placement placement;

    GroupOperations(World world) {
        this.world = world;
        this.placement = new Placement(world);
    }

    void addTo(Router router) {
        router.on("GET /env-groups", this::list)
                .on("POST /env-groups", this::create)
                .on("GET /env-groups/{}", call -> Answer.ok(whole(group(call))))
                .on("PATCH /env-groups/{}", this::rename)
                .on("DELETE /env-groups/{}", this::delete)
                .on("POST /env-groups/{}/services/{}", this::link)
                .on("DELETE /env-groups/{}/services/{}", this::unlink)
                .on("GET /env-groups/{}/env-vars/{}", call -> Answer.ok(Variables.get(group(call), call.variable(1))))
                .on("PUT /env-groups/{}/env-vars/{}", this::put)
                .on("DELETE /env-groups/{}/env-vars/{}", this::remove)
                .on(
                        "GET /env-groups/{}/secret-files/{}",
                        call -> Answer.ok(SecretFiles.get(group(call), call.variable(1))))
                .on("PUT /env-groups/{}/secret-files/{}", this::putFile)
                .on("DELETE /env-groups/{}/secret-files/{}", this::removeFile);
    }

    private Entity group(Call call) {
        return world.state().get(Kind.ENV_GROUP, call.variable(0));
    }

    private Answer list(Call call) {
        Map<String, Node> byId = new TreeMap<>();
        List<Entity> all = Late.visible(world.state().all(Kind.ENV_GROUP), call);
        Filters.by(call, all, "name", "ownerId", "environmentId").forEach(it -> byId.put(it.id(), meta(it)));
        return Paging.page(call, "", byId, false);
    }

    private Answer create(Call call) {
        Entity asked = call.body("envGroupPOSTInput");
        world.state().get(Kind.OWNER, asked.text("ownerId"));
        Entity group = world.newEntity(Kind.ENV_GROUP, call.now()).take(asked, "name", "ownerId");
        placement.place(group, asked.text("environmentId"));
        Variables.replace(world, group, asked.list("envVars"));
        SecretFiles.replace(group, asked.list("secretFiles"));
        asked.list("serviceIds").forEach(it -> link(group, it.toString()));
        return Answer.created(whole(world.state().put(Kind.ENV_GROUP, group)));
    }

    private void link(Entity group, String service) {
        world.state().get(Kind.SERVICE, service);
        group.part("_services").put(service, true);
    }

    private MapNode meta(Entity group) {
        ListNode links = new ListNode(null);
        for (String id : group.part("_services").tree().entries().keySet()) {
            Entity service = world.state().get(Kind.SERVICE, id);
            links.add(new MapNode(null)
                    .put("id", id)
                    .put("name", service.text("name"))
                    .put("type", ServiceType.of(service).shortWord()));
        }
        return group.shown().put("serviceLinks", links);
    }

    private MapNode whole(Entity group) {
        ListNode variables = new ListNode(null);
        Variables.byKey(group).values().forEach(variables::add);
        ListNode files = new ListNode(null);
        SecretFiles.byName(group).values().forEach(files::add);
        return meta(group).put("envVars", variables).put("secretFiles", files);
    }

    private Answer rename(Call call) {
        Entity group = group(call).take(call.body("envGroupPATCHInput"), "name");
        return Answer.ok(whole(World.touch(group, call.now())));
    }

    private Answer delete(Call call) {
        world.state().remove(Kind.ENV_GROUP, group(call).id());
        return Answer.gone();
    }

    private Answer link(Call call) {
        Entity group = group(call);
        link(group, call.variable(1));
        return Answer.ok(whole(World.touch(group, call.now())));
    }

    private Answer unlink(Call call) {
        Entity group = group(call);
        if (!group.part("_services").has(call.variable(1))) {
            throw new Problem(404, "not found: the group is not linked to " + call.variable(1));
        }
        group.part("_services").remove(call.variable(1));
        World.touch(group, call.now());
        return Answer.gone();
    }

    private Answer put(Call call) {
        Entity group = group(call);
        Variables.put(world, group, call.variable(1), call.body("addUpdateEnvVarInput"));
        return Answer.ok(whole(World.touch(group, call.now())));
    }

    private Answer remove(Call call) {
        Variables.remove(World.touch(group(call), call.now()), call.variable(1));
        return Answer.gone();
    }

    private Answer putFile(Call call) {
        Entity group = group(call);
        SecretFiles.put(group, call.variable(1), call.body("secretFilePUT").text("content"));
        return Answer.ok(whole(World.touch(group, call.now())));
    }

    private Answer removeFile(Call call) {
        SecretFiles.remove(World.touch(group(call), call.now()), call.variable(1));
        return Answer.gone();
    }
}
