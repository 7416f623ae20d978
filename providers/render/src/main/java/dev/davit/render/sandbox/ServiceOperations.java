package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Answers for services: list, create, read, change, delete, suspend, resume, restart. */
final class ServiceOperations {
    private final World world;
    private final Deploys deploys;
    private final ServiceDetails details;
    private final Placement placement;

    ServiceOperations(World world, Deploys deploys) {
        this.world = world;
        this.deploys = deploys;
        this.details = new ServiceDetails(world);
        this.placement = new Placement(world);
    }

    void addTo(Router router) {
        router.on("GET /services", this::list)
                .on("POST /services", this::create)
                .on("GET /services/{}", call -> Answer.ok(service(call).shown()))
                .on("PATCH /services/{}", this::change)
                .on("DELETE /services/{}", this::delete)
                .on("POST /services/{}/suspend", this::suspend)
                .on("POST /services/{}/resume", this::resume)
                .on("POST /services/{}/restart", this::restart)
                .on("GET /services/{}/instances", this::instances)
                .on("POST /services/{}/cache/purge", this::purge);
    }

    private Entity service(Call call) {
        return world.state().get(Kind.SERVICE, call.variable(0));
    }

    private Answer list(Call call) {
        List<Entity> all = Late.visible(world.state().all(Kind.SERVICE), call);
        List<Entity> kept = Filters.by(call, all, "name", "type", "ownerId", "environmentId", "suspended");
        for (String field : List.of("region", "env")) {
            List<String> wanted = call.all(field);
            if (!wanted.isEmpty()) {
                kept = kept.stream()
                        .filter(it -> wanted.contains(it.part("serviceDetails").text(field)))
                        .toList();
            }
        }
        return Paging.page(call, "service", kept);
    }

    private Answer create(Call call) {
        Entity asked = call.body("servicePOST");
        world.state().get(Kind.OWNER, asked.text("ownerId"));
        requireFreeName(asked.text("ownerId"), asked.text("name"), "");
        Entity service = world.newEntity(Kind.SERVICE, call.now());
        service.take(asked, "name", "ownerId", "type")
                .put("slug", asked.text("name").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-"))
                .put(
                        "dashboardUrl",
                        "https://dashboard.render.com/" + ServiceType.of(asked).shortWord() + "/" + service.id())
                .put("notifyOnFail", "default")
                .put("rootDir", "")
                .put("suspended", "not_suspended")
                .put("suspenders", new ListNode(null))
                .put("autoDeploy", "yes")
                .put("autoDeployTrigger", "commit");
        details.create(service, asked, call.now());
        Variables.replace(world, service, asked.list("envVars"));
        SecretFiles.replace(service, asked.list("secretFiles"));
        placement.place(service, asked.text("environmentId"));
        world.state().put(Kind.SERVICE, service);
        details.createDisk(service, asked, call.now());
        Entity deploy = deploys.add(service, DeployOperations.fresh(world, service, "api", call.now()), call.now());
        return Answer.created(new MapNode(null).put("service", service.shown()).put("deployId", deploy.id()));
    }

    private Answer change(Call call) {
        Entity service = service(call);
        Entity asked = call.body("servicePATCH");
        asked.find("name").ifPresent(it -> requireFreeName(service.text("ownerId"), it, service.id()));
        String plan = service.part("serviceDetails").text("plan");
        details.change(service, asked);
        service.take(asked, "name");
        String newPlan = service.part("serviceDetails").text("plan");
        if (!newPlan.equals(plan)) {
            world.events()
                    .add(
                            service,
                            "plan_changed",
                            new MapNode(null).put("from", plan).put("to", newPlan),
                            call.now());
        }
        return Answer.ok(World.touch(service, call.now()).shown());
    }

    private Answer delete(Call call) {
        Entity service = service(call);
        State state = world.state();
        deploys.of(service).forEach(it -> {
            world.agenda().forget(it.id());
            state.remove(Kind.DEPLOY, it.id());
        });
        state.where(Kind.DISK, "serviceId", service.id()).forEach(it -> state.remove(Kind.DISK, it.id()));
        state.where(Kind.DOMAIN, "_service", service.id()).forEach(it -> state.remove(Kind.DOMAIN, it.id()));
        state.where(Kind.JOB, "serviceId", service.id()).forEach(it -> state.remove(Kind.JOB, it.id()));
        state.where(Kind.LOG, "_resource", service.id()).forEach(it -> state.remove(Kind.LOG, it.id()));
        state.where(Kind.EVENT, "serviceId", service.id()).forEach(it -> state.remove(Kind.EVENT, it.id()));
        state.where(Kind.RUN, "_service", service.id()).forEach(it -> state.remove(Kind.RUN, it.id()));
        state.all(Kind.ENV_GROUP).forEach(it -> it.part("_services").remove(service.id()));
        world.agenda().forget(service.id());
        world.availability().end(service.id(), call.now());
        state.remove(Kind.SERVICE, service.id());
        return Answer.gone();
    }

    private Answer suspend(Call call) {
        Entity service = service(call);
        Instant now = call.now();
        if (!service.text("suspended").equals("suspended")) {
            world.events().add(service, "service_suspended", now);
        }
        deploys.abandon(service, now);
        service.put("suspended", "suspended").put("suspenders", new ListNode(null).add("user"));
        deploys.rollout().to(service, "", now);
        if (ServiceType.of(service) == ServiceType.STATIC_SITE) {
            world.availability().record(service.id(), now, 0);
        }
        World.touch(service, now);
        return Answer.empty(202);
    }

    private Answer resume(Call call) {
        Entity service = service(call);
        if (service.text("suspended").equals("suspended")) {
            service.put("suspended", "not_suspended").put("suspenders", new ListNode(null));
            World.touch(service, call.now());
            world.events().add(service, "service_resumed", call.now());
            Entity deploy = DeployOperations.fresh(world, service, "service_resumed", call.now());
            deploys.add(service, deploy.put("_mode", "deploy_only"), call.now());
        }
        return Answer.empty(202);
    }

    private Answer restart(Call call) {
        Entity service = service(call);
        if (!ServiceType.of(service).runsInstances()) {
            throw Problem.badRequest("a " + service.text("type") + " cannot be restarted");
        }
        String user = world.state().get(Kind.OWNER, service.text("ownerId")).text("email");
        world.events().add(service, "server_restarted", new MapNode(null).put("triggeredByUser", user), call.now());
        // A deploy under way replaces the instances anyway.
        if (deploys.underWay(service).isEmpty()) {
            deploys.rollout().restart(service, call.now());
        }
        return Answer.empty(200);
    }

    private Answer instances(Call call) {
        ListNode list = new ListNode(null);
        new Instances(world, service(call))
                .all()
                .forEach(it -> list.add(new MapNode(null).put("id", it.id()).put("createdAt", it.text("createdAt"))));
        return Answer.ok(list);
    }

    private Answer purge(Call call) {
        if (!ServiceType.of(service(call)).hasDomains()) {
            throw Problem.badRequest("only web services and static sites have an edge cache");
        }
        return Answer.empty(202);
    }

    /** Names of services are unique in a workspace; source: the API's description. */
    private void requireFreeName(String owner, String name, String except) {
        boolean taken = world.state().where(Kind.SERVICE, "name", name).stream()
                .anyMatch(it -> it.text("ownerId").equals(owner) && !it.id().equals(except));
        if (taken) {
            throw Problem.conflict("name is already in use in this workspace: " + name);
        }
    }
}
