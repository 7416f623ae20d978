package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.plan.Change;
import dev.davit.plan.Estimate;
import dev.davit.plan.Expectation;
import dev.davit.plan.Plan;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan says how long it will take, and where it knows that from. */
class EstimateTest {
    private static final String SHOP = """
            services:
            - {type: web, name: web, runtime: image, image: {url: "ghcr.io/acme/web:1"}, healthCheckPath: /healthz, plan: starter}
            - type: web
              name: built
              runtime: node
              buildCommand: npm ci
              startCommand: npm start
              preDeployCommand: npm run migrate
              plan: starter
            - {type: keyvalue, name: jobs, ipAllowList: []}
            """;

    @TempDir
    private Path folder;

    private static Map<String, Estimate> of(Plan plan) {
        return plan.changes().stream()
                .filter(it -> it.estimate().isPresent())
                .collect(Collectors.toMap(
                        it -> it.key().name(), it -> it.estimate().orElseThrow()));
    }

    @Test
    void what_never_was_deployed_takes_up_to_the_limits_that_render_documents() {
        try (Whole whole = new Whole(folder)) {
            Plan plan = whole.plan(SHOP);
            assertThat(of(plan).get("web").seconds()).hasToString("0-900 s");
            assertThat(of(plan).get("built").seconds()).hasToString("0-9900 s");
            assertThat(of(plan)).doesNotContainKey("jobs");
            assertThat(Expectation.of(plan).orElseThrow().seconds()).hasToString("0-9900 s");
            assertThat(Expectation.of(plan).orElseThrow().unknown()).isEqualTo(1);
        }
    }

    /** By the sandbox's time: a queue of a second, a start of ten, and the old instance gets a minute and five seconds to end. */
    @Test
    void what_was_deployed_takes_as_long_as_it_took() {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP).apply(SHOP.replace("web:1", "web:2"));
            Estimate estimate = of(whole.plan(SHOP.replace("web:1", "web:3"))).get("web");
            assertThat(estimate.reason()).isEqualTo("as its last 2 deploys");
            assertThat(estimate.seconds().least()).isBetween(9L, 20L);
            assertThat(estimate.seconds().most()).isBetween(10L, 100L);
        }
    }

    @Test
    void what_needs_no_deploy_takes_no_time() {
        try (Whole whole = new Whole(folder)) {
            Plan plan = whole.apply(SHOP)
                    .plan(SHOP.replace("{type: web, name: web,", "{type: web, name: web, numInstances: 2,"));
            assertThat(plan.changes()).extracting(Change::key).hasSize(1);
            assertThat(of(plan).get("web").seconds()).hasToString("0 s");
        }
    }
}
