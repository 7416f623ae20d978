package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.MapNode;
import dev.davit.plan.Change;
import dev.davit.plan.Plan;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes a value from another service has its new value when one apply is over, not when the next one is. */
class ReferenceTest {
    private static final String SHOP = """
            services:
            - type: pserv
              name: api
              runtime: image
              image: {url: "ghcr.io/acme/api:1"}
              envVars:
              - {key: MODEL, value: small}
              - {key: PORT, value: "7000"}
            - type: web
              name: web
              runtime: image
              image: {url: "ghcr.io/acme/web:1"}
              envVars:
              - {key: API_MODEL, fromService: {type: pserv, name: api, envVarKey: MODEL}}
              - {key: API, fromService: {type: pserv, name: api, property: hostport}}
            - type: worker
              name: worker
              runtime: image
              image: {url: "ghcr.io/acme/worker:1"}
              envVars:
              - {key: MODEL, fromService: {type: web, name: web, envVarKey: API_MODEL}}
            """;

    @TempDir
    private Path folder;

    private Whole whole;

    @BeforeEach
    void start() {
        whole = new Whole(folder);
    }

    @AfterEach
    void stop() {
        whole.close();
    }

    private String variable(String service, String key) {
        return whole.api()
                .get("/services/" + whole.idOf(service) + "/env-vars/" + key)
                .flatMap((MapNode it) -> it.getText("value"))
                .orElse("none");
    }

    private static Change change(Plan plan, String name) {
        return plan.changes().stream()
                .filter(it -> it.key().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_copy_of_a_variable_follows_through_all_that_copy_it() {
        whole.apply(SHOP);
        String larger = SHOP.replace("value: small", "value: large");
        Plan plan = whole.plan(larger);
        assertThat(change(plan, "web").fields()).extracting(it -> it.path()).containsExactly("envVars[API_MODEL]");
        assertThat(change(plan, "worker").fields()).extracting(it -> it.path()).containsExactly("envVars[MODEL]");
        whole.apply(larger);
        assertThat(variable("web", "API_MODEL")).isEqualTo("large");
        assertThat(variable("worker", "MODEL")).isEqualTo("large");
        assertThat(whole.plan(larger).changes()).isEmpty();
    }

    @Test
    void an_address_follows_the_port() {
        whole.apply(SHOP);
        assertThat(variable("web", "API")).endsWith(":7000");
        String moved = SHOP.replace("7000", "8000");
        assertThat(change(whole.plan(moved), "web").fields())
                .extracting(it -> it.path())
                .containsExactly("envVars[API]");
        whole.apply(moved);
        assertThat(variable("web", "API")).endsWith(":8000");
        assertThat(whole.plan(moved).changes()).isEmpty();
    }

    @Test
    void an_address_follows_the_port_also_when_the_apply_was_killed_in_between() {
        try (Whole slow = new Whole(folder.resolve("slow"), it -> it.speed(50))) {
            slow.apply(SHOP);
            String moved = SHOP.replace("7000", "8000");
            slow.killedAtItsFirstCall(slow.plan(moved));
            slow.apply(moved);
            assertThat(slow.api()
                            .get("/services/" + slow.idOf("web") + "/env-vars/API")
                            .orElseThrow()
                            .getText("value")
                            .orElseThrow())
                    .endsWith(":8000");
            assertThat(slow.plan(moved).changes()).isEmpty();
        }
    }

    @Test
    void a_copy_of_what_render_makes_up_in_the_same_apply_has_its_value() {
        whole.apply(SHOP);
        String secret = SHOP.replace(
                        "- {key: MODEL, value: small}",
                        "- {key: MODEL, value: small}\n  - {key: KEY, generateValue: true}")
                .replace(
                        "- {key: API, ",
                        "- {key: API_KEY, fromService: {type: pserv, name: api, envVarKey: KEY}}\n  - {key: API, ");
        whole.apply(secret);
        assertThat(variable("web", "API_KEY")).isEqualTo(variable("api", "KEY")).isNotEqualTo("none");
        assertThat(whole.plan(secret).changes()).isEmpty();
    }

    @Test
    void a_copy_of_itself_has_no_value_and_ends() {
        whole.apply(SHOP);
        String round = SHOP.replace(
                "- {key: MODEL, value: small}",
                "- {key: MODEL, fromService: {type: worker, name: worker, envVarKey: MODEL}}");
        assertThat(whole.connection().compare(Whole.wanted(round), dev.davit.target.CompareOptions.cautious()))
                .isNotNull();
    }
}
