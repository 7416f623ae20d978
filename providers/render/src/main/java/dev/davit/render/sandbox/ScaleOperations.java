package dev.davit.render.sandbox;

import dev.davit.document.MapNode;

/** Answers for the number of instances: fixed or by load. A change takes effect at once, without a deploy. */
final class ScaleOperations {
    private final World world;
    private final Deploys deploys;

    ScaleOperations(World world, Deploys deploys) {
        this.world = world;
        this.deploys = deploys;
    }

    void addTo(Router router) {
        router.on("POST /services/{}/scale", this::scale)
                .on("PUT /services/{}/autoscaling", this::put)
                .on("DELETE /services/{}/autoscaling", this::remove);
    }

    private Answer scale(Call call) {
        Entity service = service(call);
        long instances = call.body("scalePOST").number("numInstances", 0);
        if (instances < 1) {
            throw Problem.badRequest("numInstances must be at least 1");
        }
        Entity details = service.part("serviceDetails");
        long before = details.number("numInstances", 1);
        details.put("numInstances", instances);
        converge(service, call);
        if (before != instances) {
            MapNode change = new MapNode(null).put("fromInstances", before).put("toInstances", instances);
            world.events().add(service, "instance_count_changed", change, call.now());
        }
        return Answer.empty(202);
    }

    private Answer put(Call call) {
        Entity service = service(call);
        MapNode asked = call.body("autoscalingConfig").tree();
        MapNode change = before(service).put("toConfig", asked.copy());
        service.part("serviceDetails").put("autoscaling", asked);
        converge(service, call);
        world.events().add(service, "autoscaling_config_changed", change, call.now());
        return Answer.ok(asked.copy());
    }

    private Answer remove(Call call) {
        Entity service = world.state().get(Kind.SERVICE, call.variable(0));
        if (!ServiceType.of(service).runsInstances()) {
            // The description knows no 400 here.
            throw new Problem(404, "not found: a " + service.text("type") + " does not scale");
        }
        MapNode change = before(service);
        service.part("serviceDetails").remove("autoscaling");
        converge(service, call);
        // The new configuration is required in the event, and the old one switched off is the nearest to none.
        change.getMap("fromConfig")
                .ifPresent(it -> world.events()
                        .add(
                                service,
                                "autoscaling_config_changed",
                                change.put("toConfig", it.copy().put("enabled", false)),
                                call.now()));
        return Answer.gone();
    }

    private static MapNode before(Entity service) {
        MapNode change = new MapNode(null);
        Entity details = service.part("serviceDetails");
        if (details.has("autoscaling")) {
            change.put("fromConfig", details.part("autoscaling").shown());
        }
        return change;
    }

    private void converge(Entity service, Call call) {
        ServiceRules.check(service);
        World.touch(service, call.now());
        deploys.rollout().converge(service, call.now());
    }

    private Entity service(Call call) {
        Entity service = world.state().get(Kind.SERVICE, call.variable(0));
        if (!ServiceType.of(service).runsInstances()) {
            throw Problem.badRequest("a " + service.text("type") + " does not scale");
        }
        return service;
    }
}
