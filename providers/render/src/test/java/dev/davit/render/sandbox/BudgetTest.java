package dev.davit.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Requests are counted against the documented budgets. */
class BudgetTest {
    @Test
    void the_thirty_first_write_of_a_minute_is_refused_and_the_next_minute_takes_it() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web("");
            scene.client.get("/services/" + id).is(200);
            String path = "/services/" + id + "/env-vars/A";
            for (int i = 1; i <= 30; i++) {
                Client.Exchange write =
                        scene.client.put(path, "{'value':'" + i + "'}").is(200);
                assertThat(write.header("RateLimit-Limit")).isEqualTo("30");
                assertThat(write.header("RateLimit-Remaining")).isEqualTo(String.valueOf(30 - i));
            }
            scene.pass(20);
            Client.Exchange refused = scene.client.put(path, "{'value':'31'}").is(429);
            assertThat(refused.header("Retry-After")).isEqualTo("40");
            assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
            assertThat(refused.text("message")).isEqualTo("rate limit exceeded");
            assertThat(scene.client.get(path).text("value")).isEqualTo("30");
            scene.pass(40);
            scene.client.put(path, "{'value':'31'}").is(200);
        }
    }

    @Test
    void reads_have_a_budget_of_their_own() {
        try (Scene scene = Scene.usual()) {
            for (int i = 0; i < 400; i++) {
                scene.client.get("/owners").is(200);
            }
            scene.client.get("/owners").is(429);
            scene.client
                    .post("/projects", "{'name':'a','ownerId':'" + scene.sandbox.ownerId() + "','environments':[]}")
                    .is(201);
        }
    }

    @Test
    void each_service_may_be_deployed_ten_times_a_minute() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web("");
            for (int i = 0; i < 10; i++) {
                assertThat(scene.client
                                .post("/services/" + id + "/deploys", "{}")
                                .status())
                        .isBetween(201, 202);
            }
            scene.client.post("/services/" + id + "/deploys", "{}").is(429);
            scene.client.put("/services/" + id + "/env-vars/A", "{'value':'1'}").is(200);
        }
    }
}
