package dev.davit.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Values of secrets are in no log and in no text of ours. */
class SecretTest {
    private static final String CANARY = "canary-7f3a";

    @Test
    void the_log_names_requests_and_no_values() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web("");
            scene.client
                    .put("/services/" + id + "/env-vars/A", "{'value':'" + CANARY + "'}")
                    .is(200);
            scene.client
                    .put("/services/" + id + "/env-vars", "[{'key':'A','value':'" + CANARY + "'}]")
                    .is(200);
            scene.client
                    .put("/services/" + id + "/secret-files/f", "{'content':'" + CANARY + "'}")
                    .is(201);
            scene.client
                    .put("/services/" + id + "/env-vars/A", "{'value':['" + CANARY + "']}")
                    .is(400);
            scene.client.get("/services?name=" + CANARY).is(200);
            scene.deploy(id);
            scene.pass(300);

            assertThat(scene.sandbox.log().toString()).doesNotContain(CANARY).contains("/env-vars/A");
            assertThat(scene.sandbox.running(id).toString())
                    .doesNotContain(CANARY)
                    .contains("[A]");
            assertThat(scene.client.exchanges().get(4).response().body()).isNotEmpty();
            assertThat(new String(scene.client.exchanges().get(4).response().body()))
                    .doesNotContain(CANARY);
        }
    }

    @Test
    void a_service_s_own_variables_win_over_those_of_groups_and_newer_groups_over_older_ones() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web("");
            for (String group : new String[] {"older", "newer"}) {
                scene.client
                        .post(
                                "/env-groups",
                                "{'name':'" + group + "','ownerId':'" + scene.sandbox.ownerId()
                                        + "','envVars':[{'key':'A','value':'" + group + "'},{'key':'B','value':'"
                                        + group + "'}],'serviceIds':['" + id + "']}")
                        .is(201);
            }
            scene.client
                    .put("/services/" + id + "/env-vars/A", "{'value':'own'}")
                    .is(200);
            scene.deploy(id);
            scene.pass(300);

            assertThat(scene.sandbox.running(id).get(0).environment())
                    .containsEntry("A", "own")
                    .containsEntry("B", "newer");
        }
    }

    @Test
    void a_generated_value_has_256_bits() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web("");
            String value = scene.client
                    .put("/services/" + id + "/env-vars/K", "{'generateValue':true}")
                    .is(200)
                    .text("value");
            assertThat(Base64.getDecoder().decode(value)).hasSize(32);
        }
    }
}
