package dev.davit.render.sandbox;

import dev.davit.document.MapNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps what each deploy runs with: changes to a service show in its instances only after a deploy. */
final class Versions {
    private static final String SNAPSHOT = "_runs";

    private final World world;

    Versions(World world) {
        this.world = world;
    }

    /** Notes with which settings a deploy runs. */
    void capture(Entity service, Entity deploy) {
        MapNode environment = new MapNode(null);
        environment(service).forEach(environment::put);
        deploy.put(
                SNAPSHOT,
                new MapNode(null)
                        .put("healthCheckPath", service.part("serviceDetails").text("healthCheckPath"))
                        .put("image", deploy.has("image") ? deploy.part("image").text("ref") : "")
                        .put(
                                "commit",
                                deploy.has("commit") ? deploy.part("commit").text("id") : "")
                        .put("environment", environment));
    }

    /**
     * Takes over the settings of an earlier deploy, those that a rollback restores; source: https://render.com/docs/rollbacks.
     * Variables of groups stay as they are now.
     */
    void restore(Entity service, Entity deploy, Entity earlier) {
        capture(service, deploy);
        Entity now = deploy.part(SNAPSHOT);
        Entity then = earlier.part(SNAPSHOT);
        now.take(then, "healthCheckPath", "image", "commit");
        MapNode environment = then.part("environment").tree().copy();
        groups(service).forEach(environment::put);
        now.put("environment", environment);
    }

    Version of(Entity service, String deploy) {
        Entity runs =
                world.state().find(Kind.DEPLOY, deploy).orElseGet(Entity::empty).part(SNAPSHOT);
        Map<String, String> environment = new LinkedHashMap<>();
        Entity variables = runs.part("environment");
        variables.tree().entries().keySet().forEach(it -> environment.put(it, variables.text(it)));
        return new Version(
                service.text("name"),
                deploy,
                runs.text("image"),
                runs.text("commit"),
                runs.text("healthCheckPath"),
                environment);
    }

    /** A service's own variables win; between groups the newest does. */
    private Map<String, String> environment(Entity service) {
        Map<String, String> all = groups(service);
        Entity own = service.part("_env");
        own.tree().entries().keySet().forEach(it -> all.put(it, own.text(it)));
        return all;
    }

    private Map<String, String> groups(Entity service) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Entity group : world.state().all(Kind.ENV_GROUP)) {
            if (group.part("_services").has(service.id())) {
                Entity variables = group.part("_env");
                variables.tree().entries().keySet().forEach(it -> all.put(it, variables.text(it)));
            }
        }
        return all;
    }
}
