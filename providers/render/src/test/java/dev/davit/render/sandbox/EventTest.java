package dev.davit.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.Json;
import dev.davit.document.MapNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Render tells of services afterwards. */
class EventTest {
    private static final String NODE = "{'type':'web_service','name':'node','ownerId':'%s',"
            + "'repo':'https://github.com/example/node','serviceDetails':{'runtime':'node','healthCheckPath':'/',"
            + "'preDeployCommand':'migrate','envSpecificDetails':{'buildCommand':'b','startCommand':'s'}}}";

    @Test
    void a_deploy_is_told_from_its_start_to_its_end() {
        try (Scene scene = Scene.usual()) {
            String id = node(scene);
            scene.pass(1000);
            assertThat(types(scene, id))
                    .containsExactly(
                            "deploy_started",
                            "build_started",
                            "build_ended",
                            "pre_deploy_started",
                            "pre_deploy_ended",
                            "deploy_ended",
                            "server_available");
            MapNode started = details(scene, id, "deploy_started");
            assertThat(Json.compact(started.getMap("trigger").orElseThrow()))
                    .isEqualTo("{\"firstBuild\":true,\"envUpdated\":false,\"manual\":false,\"deployedByRender\":false,"
                            + "\"clearCache\":false,\"rollback\":false}");
            assertThat(details(scene, id, "deploy_ended").getText("deployStatus"))
                    .contains("succeeded");
        }
    }

    @Test
    void a_build_that_fails_ends_its_deploy() {
        try (Scene scene = Scene.with(it -> it.program(failing("build")))) {
            String id = node(scene);
            scene.pass(1000);
            assertThat(types(scene, id))
                    .containsExactly("deploy_started", "build_started", "build_ended", "deploy_ended");
            String build = details(scene, id, "build_ended").getText("buildId").orElseThrow();
            assertThat(Json.compact(details(scene, id, "deploy_ended")))
                    .contains("\"deployStatus\":\"failed\"", "\"buildFailed\":{\"id\":\"" + build + "\"}");
        }
    }

    @Test
    void an_instance_that_is_not_healthy_is_told_before_the_deploy_ends() {
        try (Scene scene = Scene.with(it -> it.program(failing("health")))) {
            String id = scene.client.image("web_service", "web", "");
            scene.pass(1000);
            assertThat(types(scene, id)).containsExactly("deploy_started", "server_failed", "deploy_ended");
            assertThat(Json.compact(details(scene, id, "deploy_ended")))
                    .contains("\"unhealthy\":\"an instance did not become healthy in time\"");
        }
    }

    @Test
    void a_deploy_that_is_canceled_in_the_queue_never_started() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web("");
            scene.pass(4000);
            scene.client.post("/services/" + id + "/deploys", "{}").is(201);
            scene.client.post("/services/" + id + "/deploys", "{}").is(202);
            scene.client.post("/services/" + id + "/deploys", "{}").is(202);
            assertThat(scene.statuses(id)).startsWith("queued", "canceled");
            assertThat(types(scene, id)).containsExactly("deploy_started");
        }
    }

    @Test
    void scaling_is_told_with_both_numbers_and_only_if_they_differ() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web("");
            scene.pass(4000);
            scene.client
                    .post("/services/" + id + "/scale", "{'numInstances':3}")
                    .is(202);
            scene.client
                    .post("/services/" + id + "/scale", "{'numInstances':3}")
                    .is(202);
            assertThat(types(scene, id)).containsExactly("instance_count_changed");
            assertThat(Json.compact(details(scene, id, "instance_count_changed")))
                    .isEqualTo("{\"fromInstances\":1,\"toInstances\":3}");
        }
    }

    @Test
    void a_suspension_and_its_end_are_told_once_each() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web("");
            scene.pass(4000);
            scene.client.post("/services/" + id + "/suspend").is(202);
            scene.client.post("/services/" + id + "/suspend").is(202);
            scene.client.post("/services/" + id + "/resume").is(202);
            scene.client.post("/services/" + id + "/resume").is(202);
            assertThat(types(scene, id)).containsExactly("service_suspended", "service_resumed", "deploy_started");
        }
    }

    @Test
    void a_refused_change_is_not_told() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web("");
            scene.pass(4000);
            scene.client
                    .post("/services/" + id + "/scale", "{'numInstances':1000}")
                    .is(400);
            assertThat(types(scene, id)).isEmpty();
        }
    }

    @Test
    void pages_filters_and_times_narrow_the_list() {
        try (Scene scene = Scene.usual()) {
            String id = node(scene);
            scene.pass(1000);
            String path = "/services/" + id + "/events";
            List<String> read = new ArrayList<>();
            String cursor = "";
            for (List<MapNode> page = page(scene, path + "?limit=2");
                    !page.isEmpty();
                    page = page(scene, path + "?limit=2&cursor=" + cursor)) {
                page.forEach(it -> read.add(type(it)));
                cursor = page.get(page.size() - 1).getText("cursor").orElseThrow();
            }
            Collections.reverse(read);
            assertThat(read).isEqualTo(types(scene, id)).hasSize(7);
            assertThat(page(scene, path + "?type=build_ended")).hasSize(1);
            assertThat(page(scene, path + "?endTime=" + Scene.START)).hasSize(1);
            scene.pass(3601);
            assertThat(page(scene, path)).isEmpty();
            assertThat(page(scene, path + "?startTime=" + Scene.START)).hasSize(7);
        }
    }

    private static String node(Scene scene) {
        return scene.client
                .post("/services", String.format(NODE, scene.sandbox.ownerId()))
                .is(201)
                .map()
                .getMap("service")
                .flatMap(it -> it.getText("id"))
                .orElseThrow();
    }

    private static List<MapNode> page(Scene scene, String path) {
        return scene.client.get(path).is(200).list();
    }

    private static String type(MapNode item) {
        return item.getMap("event").flatMap(it -> it.getText("type")).orElseThrow();
    }

    /** Gives the types of the last hour, the oldest first. */
    private static List<String> types(Scene scene, String service) {
        List<String> types = new ArrayList<>(page(scene, "/services/" + service + "/events?limit=100").stream()
                .map(EventTest::type)
                .toList());
        Collections.reverse(types);
        return types;
    }

    private static MapNode details(Scene scene, String service, String type) {
        return page(scene, "/services/" + service + "/events?type=" + type)
                .get(0)
                .getMap("event")
                .flatMap(it -> it.getMap("details"))
                .orElseThrow();
    }

    private static Program failing(String step) {
        return new Program() {
            @Override
            public boolean builds(Version version) {
                return !step.equals("build");
            }

            @Override
            public boolean becomesHealthy(Version version) {
                return !step.equals("health");
            }
        };
    }
}
