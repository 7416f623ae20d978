package dev.davit.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What Render refuses, the sandbox refuses, in the documented shape. */
class RefusalTest {
    @Test
    void a_wrong_key_is_not_let_in() {
        try (Scene scene = Scene.usual()) {
            Client stranger = new Client(scene.sandbox, "rnd_other");
            assertThat(stranger.get("/services").is(401).text("message")).isEqualTo("unauthorized");
        }
    }

    @Test
    void only_json_can_be_had() throws IOException, InterruptedException {
        try (Scene scene = Scene.usual()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(scene.sandbox.address() + "/services"))
                    .header("Authorization", "Bearer " + scene.sandbox.apiKey())
                    .header("Accept", "text/html")
                    .build();
            int status = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            assertThat(status).isEqualTo(406);
        }
    }

    @Test
    void a_name_is_taken_once() {
        try (Scene scene = Scene.usual()) {
            scene.web("");
            assertThat(service(scene, "web_service", "web", "").is(409).text("message"))
                    .isEqualTo("name is already in use in this workspace: web");
        }
    }

    @Test
    void combinations_that_render_does_not_run_are_refused() {
        try (Scene scene = Scene.usual()) {
            refused(
                    scene,
                    "web_service",
                    ",'plan':'free','preDeployCommand':'migrate'",
                    "preDeployCommand needs a paid plan");
            refused(scene, "web_service", ",'plan':'free','numInstances':2", "a free web service runs one instance");
            refused(
                    scene,
                    "web_service",
                    ",'numInstances':2,'disk':{'name':'d','mountPath':'/d'}",
                    "a service with a disk runs one instance");
            refused(
                    scene,
                    "web_service",
                    ",'disk':{'name':'d','mountPath':'/etc'}",
                    "mountPath must be an absolute path that Render does not use itself");
            refused(scene, "web_service", ",'numInstances':101", "numInstances must be at most 100");
            assertThat(scene.client.get("/services").is(200).list()).isEmpty();
            assertThat(scene.client.get("/disks").is(200).list()).isEmpty();
        }
    }

    @Test
    void a_body_of_another_shape_is_named_by_its_place_and_not_by_its_value() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web("");
            String message = scene.client
                    .put("/services/" + id + "/env-vars", "[{'key':'A','value':4242}]")
                    .is(400)
                    .text("message");
            assertThat(message).startsWith("invalid body at /0").doesNotContain("4242");
        }
    }

    @Test
    void plans_that_there_are_not_or_not_for_this_kind_are_refused_at_their_place() {
        try (Scene scene = Scene.usual()) {
            assertThat(service(scene, "background_worker", "x", ",'plan':'free'")
                            .is(400)
                            .text("message"))
                    .startsWith("invalid body at /serviceDetails/plan: must be one of starter, standard, pro");
            assertThat(service(scene, "web_service", "x", ",'plan':'huge'")
                            .is(400)
                            .text("message"))
                    .startsWith("invalid body at /serviceDetails/plan: must be one of ");
            service(scene, "web_service", "x", ",'plan':'2c-8g'").is(201);
        }
    }

    @Test
    void a_path_that_takes_another_method_says_so() {
        try (Scene scene = Scene.usual()) {
            assertThat(scene.client.delete("/owners").is(405).text("message"))
                    .isEqualTo("method not allowed: /owners takes GET");
            scene.client.get("/nothing").is(404);
        }
    }

    @Test
    void a_project_is_deleted_only_when_its_environments_are_empty() {
        try (Scene scene = Scene.usual()) {
            String owner = scene.sandbox.ownerId();
            var project = scene.client
                    .post("/projects", "{'name':'p','ownerId':'" + owner + "','environments':[{'name':'prod'}]}")
                    .is(201)
                    .map();
            String id = project.getText("id").orElseThrow();
            String environment =
                    project.getList("environmentIds").orElseThrow().get(0).toString();
            String web = scene.web("");
            scene.client
                    .post("/environments/" + environment + "/resources", "{'resourceIds':['" + web + "']}")
                    .is(200);
            scene.client.delete("/projects/" + id).is(409);
            scene.client.delete("/environments/" + environment).is(409);
            scene.client
                    .delete("/environments/" + environment + "/resources?resourceIds=" + web)
                    .is(204);
            scene.client.delete("/projects/" + id).is(204);
            scene.client.get("/environments/" + environment).is(404);
        }
    }

    @Test
    void disks_and_databases_only_grow() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web(",'disk':{'name':'d','mountPath':'/d','sizeGB':10}");
            String disk = scene.details(id)
                    .getMap("disk")
                    .flatMap(it -> it.getText("id"))
                    .orElseThrow();
            assertThat(scene.client
                            .patch("/disks/" + disk, "{'sizeGB':5}")
                            .is(400)
                            .text("message"))
                    .isEqualTo("a disk cannot become smaller");
            String pg = scene.client
                    .post(
                            "/postgres",
                            "{'name':'db','ownerId':'" + scene.sandbox.ownerId()
                                    + "','plan':'basic_1gb','version':'17','diskSizeGB':20}")
                    .is(201)
                    .text("id");
            scene.client.patch("/postgres/" + pg, "{'diskSizeGB':15}").is(400);
            scene.client.patch("/postgres/" + pg, "{'diskSizeGB':25}").is(200);
        }
    }

    private static void refused(Scene scene, String type, String details, String message) {
        assertThat(service(scene, type, "x", details).is(400).text("message")).isEqualTo(message);
    }

    private static Client.Exchange service(Scene scene, String type, String name, String details) {
        String owner = scene.sandbox.ownerId();
        return scene.client.post(
                "/services",
                "{'type':'" + type + "','name':'" + name + "','ownerId':'" + owner + "','image':{'ownerId':'" + owner
                        + "','imagePath':'docker.io/library/x:1'},'serviceDetails':{'runtime':'image'" + details
                        + "}}");
    }
}
