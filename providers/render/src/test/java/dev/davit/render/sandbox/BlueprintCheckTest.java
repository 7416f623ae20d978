package dev.davit.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.Json;
import org.junit.jupiter.api.Test;

/** What the API says of a Blueprint that is only checked. */
class BlueprintCheckTest {
    @Test
    void what_would_be_made_is_named_by_kind() {
        try (Scene scene = Scene.usual()) {
            assertThat(check(scene, """
                    services:
                      - {type: web, name: api, runtime: image, image: {url: docker.io/acme/api:1}}
                      - {type: keyvalue, name: cache, ipAllowList: []}
                    databases:
                      - name: db
                    projects:
                      - name: shop
                        environments:
                          - name: prod
                            envVarGroups:
                              - {name: shared, envVars: [{key: A, value: "1"}]}
                    """))
                    .isEqualTo(
                            "{\"valid\":true,\"plan\":{\"services\":[\"api\"],\"databases\":[\"db\"],\"keyValue\":[\"cache\"],"
                                    + "\"envGroups\":[\"shared\"],\"totalActions\":4}}");
        }
    }

    @Test
    void an_error_has_path_line_and_column() {
        try (Scene scene = Scene.usual()) {
            assertThat(check(scene, """
                    services:
                      - type: web
                        name: api
                        runtime: image
                        image: {url: docker.io/acme/api:1}
                        numInstances: many
                    """)).contains("\"path\":\"services[0].numInstances\",\"line\":6,\"column\":5}");
        }
    }

    @Test
    void a_file_that_is_not_yaml_has_line_and_column() {
        try (Scene scene = Scene.usual()) {
            assertThat(check(scene, "services:\n  - {type: web\n"))
                    .startsWith("{\"valid\":false,\"errors\":[{\"error\":")
                    .contains("\"line\":3,\"column\":1");
        }
    }

    @Test
    void what_is_there_is_adopted_and_not_made() {
        try (Scene scene = Scene.usual()) {
            scene.web("");
            assertThat(
                            check(
                                    scene,
                                    "services: [{type: web, name: web, runtime: image, image: {url: docker.io/library/web:1}}]\n"))
                    .isEqualTo(
                            "{\"valid\":true,\"plan\":{\"services\":[],\"databases\":[],\"keyValue\":[],\"envGroups\":[],"
                                    + "\"totalActions\":0}}");
        }
    }

    @Test
    void what_is_there_with_another_type_or_region_is_a_conflict() {
        try (Scene scene = Scene.usual()) {
            scene.web("");
            scene.client
                    .post(
                            "/postgres",
                            "{'name':'db','ownerId':'" + scene.sandbox.ownerId()
                                    + "','plan':'basic_1gb','version':'17'}")
                    .is(201);
            assertThat(check(scene, """
                    services:
                      - {type: worker, name: web, region: ohio, runtime: image, image: {url: docker.io/acme/web:1}}
                    databases:
                      - name: db
                        postgresMajorVersion: "16"
                    """))
                    .isEqualTo("{\"valid\":false,\"errors\":["
                            + "{\"error\":\"there is a web_service of this name, and the type of a service cannot be changed\","
                            + "\"path\":\"services[0].type\",\"line\":2,\"column\":6},"
                            + "{\"error\":\"there is a service of this name whose region is oregon, and that cannot be changed\","
                            + "\"path\":\"services[0].region\",\"line\":2,\"column\":31},"
                            + "{\"error\":\"there is a database of this name whose postgresMajorVersion is 17, and that cannot be changed\","
                            + "\"path\":\"databases[0].postgresMajorVersion\",\"line\":5,\"column\":5}]}");
        }
    }

    /** Sends a file and gives the answer, which must be as described. */
    private static String check(Scene scene, String yaml) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"ownerId\"\r\n\r\n" + scene.sandbox.ownerId()
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"render.yaml\"\r\n\r\n" + yaml
                + "\r\n--b--\r\n";
        Client.Exchange exchange = scene.client
                .send("POST", "/blueprints/validate", "multipart/form-data; boundary=b", body)
                .is(200);
        assertThat(new Contract().violations(exchange)).isEmpty();
        return Json.compact(exchange.body());
    }
}
