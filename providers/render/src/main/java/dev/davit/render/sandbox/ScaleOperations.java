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
        service.part("serviceDetails").put("numInstances", instances);
        converge(service, call);
        return Answer.empty(202);
    }

    private Answer put(Call call) {
        Entity service = service(call);
        MapNode asked = call.body("autoscalingConfig").tree();
        service.part("serviceDetails").put("autoscaling", asked);
        converge(service, call);
        return Answer.ok(asked.copy());
    }

    private Answer remove(Call call) {
        Entity service = service(call);
        service.part("serviceDetails").remove("autoscaling");
        converge(service, call);
        return Answer.gone();
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
