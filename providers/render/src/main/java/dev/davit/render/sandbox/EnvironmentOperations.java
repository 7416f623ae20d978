package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Answers for the environments of projects. */
final class EnvironmentOperations {
    private final World world;
    private final Placement placement;

    EnvironmentOperations(World world) {
        this.world = world;
        this.placement = new Placement(world);
    }

    void addTo(Router router) {
        router.on("GET /environments", this::list)
                .on("POST /environments", this::create)
                .on("GET /environments/{}", call -> Answer.ok(shown(environment(call))))
                .on("PATCH /environments/{}", this::change)
                .on("DELETE /environments/{}", this::delete)
                .on("POST /environments/{}/resources", this::moveIn)
                .on("DELETE /environments/{}/resources", this::moveOut);
    }

    static Entity make(World world, String project, Entity asked, Instant now) {
        Entity environment = Entity.empty()
                .put("id", world.state().newId(Kind.ENVIRONMENT))
                .put("projectId", project)
                .put("protectedStatus", "unprotected")
                .put("networkIsolationEnabled", false)
                .put("_createdAt", now)
                .take(asked, "name", "protectedStatus", "networkIsolationEnabled", "ipAllowList");
        return world.state().put(Kind.ENVIRONMENT, environment);
    }

    private Entity environment(Call call) {
        return world.state().get(Kind.ENVIRONMENT, call.variable(0));
    }

    private MapNode shown(Entity environment) {
        return environment
                .shown()
                .put("serviceIds", ids(Kind.SERVICE, environment))
                .put("databasesIds", ids(Kind.POSTGRES, environment))
                .put("redisIds", ids(Kind.KEY_VALUE, environment))
                .put("envGroupIds", ids(Kind.ENV_GROUP, environment));
    }

    private ListNode ids(Kind kind, Entity environment) {
        ListNode ids = new ListNode(null);
        placement.in(kind, environment.id()).forEach(it -> ids.add(it.id()));
        return ids;
    }

    private Answer list(Call call) {
        List<String> owners = call.all("ownerId");
        List<String> wanted = call.all("environmentId");
        List<Entity> all = Late.visible(world.state().all(Kind.ENVIRONMENT), call).stream()
                .filter(it -> wanted.isEmpty() || wanted.contains(it.id()))
                .filter(it -> owners.isEmpty() || owners.contains(owner(it)))
                .toList();
        Map<String, Node> byId = new TreeMap<>();
        Filters.by(call, all, "name", "projectId").forEach(it -> byId.put(it.id(), shown(it)));
        return Paging.page(call, "environment", byId, false);
    }

    private String owner(Entity environment) {
        return world.state().get(Kind.PROJECT, environment.text("projectId")).text("_owner");
    }

    private Answer create(Call call) {
        Entity asked = call.body("environmentPOSTInput");
        Entity project = world.state().get(Kind.PROJECT, asked.text("projectId"));
        return Answer.created(shown(make(world, project.id(), asked, call.now())));
    }

    private Answer change(Call call) {
        Entity asked = call.body("environmentPATCHInput");
        return Answer.ok(shown(
                environment(call).take(asked, "name", "protectedStatus", "networkIsolationEnabled", "ipAllowList")));
    }

    private Answer delete(Call call) {
        Entity environment = environment(call);
        if (!placement.isEmpty(environment.id())) {
            throw Problem.conflict("environment " + environment.id() + " is not empty");
        }
        world.state().remove(Kind.ENVIRONMENT, environment.id());
        return Answer.gone();
    }

    private Answer moveIn(Call call) {
        Entity environment = environment(call);
        for (Node id : call.body("environmentResourcesPOSTInput").list("resourceIds")) {
            resource(id.toString()).put("environmentId", environment.id());
        }
        return Answer.ok(shown(environment));
    }

    private Answer moveOut(Call call) {
        Entity environment = environment(call);
        List<String> ids = call.all("resourceIds");
        if (ids.isEmpty()) {
            throw Problem.badRequest("resourceIds is required");
        }
        for (String id : ids) {
            Entity resource = resource(id);
            if (!resource.text("environmentId").equals(environment.id())) {
                throw Problem.badRequest(id + " is not in environment " + environment.id());
            }
            resource.remove("environmentId");
        }
        return Answer.gone();
    }

    private Entity resource(String id) {
        return Placement.PLACED.stream()
                .map(it -> world.state().find(it, id))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new Problem(404, "not found: resource " + id));
    }
}
