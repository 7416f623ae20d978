package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers for projects. */
final class ProjectOperations {
    private final World world;
    private final Placement placement;

    ProjectOperations(World world) {
        this.world = world;
        this.placement = new Placement(world);
    }

    void addTo(Router router) {
        router.on("GET /projects", this::list)
                .on("POST /projects", this::create)
                .on("GET /projects/{}", call -> Answer.ok(shown(project(call))))
                .on("PATCH /projects/{}", this::rename)
                .on("DELETE /projects/{}", this::delete);
    }

    private Entity project(Call call) {
        return world.state().get(Kind.PROJECT, call.variable(0));
    }

    private List<Entity> environments(Entity project) {
        return world.state().where(Kind.ENVIRONMENT, "projectId", project.id());
    }

    private MapNode shown(Entity project) {
        ListNode ids = new ListNode(null);
        environments(project).forEach(it -> ids.add(it.id()));
        return project.shown()
                .put(
                        "owner",
                        world.state().get(Kind.OWNER, project.text("_owner")).shown())
                .put("environmentIds", ids);
    }

    private Answer list(Call call) {
        List<String> owners = call.all("ownerId");
        List<Entity> all = Late.visible(world.state().all(Kind.PROJECT), call).stream()
                .filter(it -> owners.isEmpty() || owners.contains(it.text("_owner")))
                .toList();
        Map<String, Node> byId = new TreeMap<>();
        Filters.by(call, all, "name").forEach(it -> byId.put(it.id(), shown(it)));
        return Paging.page(call, "project", byId, false);
    }

    private Answer create(Call call) {
        Entity asked = call.body("projectPOSTInput");
        world.state().get(Kind.OWNER, asked.text("ownerId"));
        Entity project =
                world.newEntity(Kind.PROJECT, call.now()).take(asked, "name").put("_owner", asked.text("ownerId"));
        world.state().put(Kind.PROJECT, project);
        asked.parts("environments").forEach(it -> EnvironmentOperations.make(world, project.id(), it, call.now()));
        return Answer.created(shown(project));
    }

    private Answer rename(Call call) {
        Entity project = project(call).take(call.body("projectPATCHInput"), "name");
        return Answer.ok(shown(World.touch(project, call.now())));
    }

    private Answer delete(Call call) {
        Entity project = project(call);
        if (!environments(project).stream().allMatch(it -> placement.isEmpty(it.id()))) {
            throw Problem.conflict("an environment of project " + project.id() + " is not empty");
        }
        environments(project).forEach(it -> world.state().remove(Kind.ENVIRONMENT, it.id()));
        world.state().remove(Kind.PROJECT, project.id());
        return Answer.gone();
    }
}
