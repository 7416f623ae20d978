package dev.davit.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Deploys walk the documented states, one at a time. */
class DeployTest {
    private static final String NODE =
            "{'type':'web_service','name':'node','ownerId':'%s','repo':'https://github.com/example/node','serviceDetails':"
                    + "{'runtime':'node','preDeployCommand':'npm run migrate',"
                    + "'envSpecificDetails':{'buildCommand':'npm ci','startCommand':'node .'}}}";

    @Test
    void a_deploy_from_a_repository_is_built_migrated_and_swapped_in() {
        try (Scene scene = Scene.usual()) {
            String id = node(scene);
            assertThat(scene.status(id)).isEqualTo("created");
            assertThat(scene.pass(1).status(id)).isEqualTo("build_in_progress");
            assertThat(scene.pass(60).status(id)).isEqualTo("pre_deploy_in_progress");
            assertThat(scene.pass(10).status(id)).isEqualTo("update_in_progress");
            assertThat(scene.pass(10).status(id)).isEqualTo("live");
        }
    }

    @Test
    void an_image_is_neither_built_nor_is_its_deploy_without_an_image() {
        try (Scene scene = Scene.usual()) {
            String id = scene.client.image("web_service", "web", "");
            assertThat(scene.pass(1).status(id)).isEqualTo("update_in_progress");
            assertThat(scene.pass(10).status(id)).isEqualTo("live");
            assertThat(scene.sandbox.running(id)).extracting(Version::image).containsExactly("docker.io/library/web:1");
        }
    }

    @Test
    void a_live_program_listens_on_its_port() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web("");
            assertThat(scene.details(id).getList("openPorts").orElseThrow().toString())
                    .isEqualTo("[{port=10000, protocol=TCP}]");
            scene.client
                    .put("/services/" + id + "/env-vars/PORT", "{'value':'8080'}")
                    .is(200);
            scene.deploy(id);
            assertThat(scene.pass(300)
                            .details(id)
                            .getList("openPorts")
                            .orElseThrow()
                            .toString())
                    .isEqualTo("[{port=8080, protocol=TCP}]");
        }
    }

    @Test
    void the_deploy_before_is_deactivated() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web("");
            scene.deploy(id);
            assertThat(scene.pass(300).statuses(id)).containsExactly("live", "deactivated");
        }
    }

    @Test
    void deploy_only_builds_nothing() {
        try (Scene scene = Scene.usual()) {
            String id = node(scene);
            scene.pass(300);
            scene.client
                    .post("/services/" + id + "/deploys", "{'deployMode':'deploy_only'}")
                    .is(201);
            assertThat(scene.pass(1).status(id)).isEqualTo("pre_deploy_in_progress");
        }
    }

    @Test
    void a_second_deploy_waits_and_a_third_takes_its_place() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web("");
            String deploys = "/services/" + id + "/deploys";
            scene.deploy(id);
            scene.client.post(deploys, "{}").is(202);
            scene.client.post(deploys, "{}").is(202);
            assertThat(scene.statuses(id)).containsExactly("queued", "canceled", "created", "live");
            assertThat(scene.pass(15).statuses(id))
                    .containsExactly("update_in_progress", "canceled", "live", "deactivated");
        }
    }

    @Test
    void in_an_older_workspace_a_second_deploy_cancels_the_first() {
        try (Scene scene = Scene.with(it -> it.overlap(Overlap.OVERRIDE))) {
            String id = scene.web("");
            scene.deploy(id);
            scene.deploy(id);
            assertThat(scene.statuses(id)).containsExactly("created", "canceled", "live");
        }
    }

    @Test
    void a_canceled_deploy_leaves_the_old_version_running() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web(",'numInstances':2");
            String old = scene.newestDeploy(id);
            String next = scene.deploy(id);
            scene.pass(12);
            scene.client
                    .post("/services/" + id + "/deploys/" + next + "/cancel")
                    .is(200);
            scene.pass(300);
            assertThat(scene.statuses(id)).containsExactly("canceled", "live");
            assertThat(scene.sandbox.running(id)).extracting(Version::deploy).containsExactly(old, old);
            assertThat(scene.sandbox.availability(id).wasDown()).isFalse();
        }
    }

    @Test
    void a_deploy_that_has_ended_cannot_be_canceled() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web("");
            String deploy = scene.newestDeploy(id);
            assertThat(scene.client
                            .post("/services/" + id + "/deploys/" + deploy + "/cancel")
                            .is(400)
                            .text("message"))
                    .isEqualTo("deploy " + deploy + " is not in progress, it is live");
        }
    }

    @Test
    void a_build_that_fails_leaves_the_old_version_running() {
        boolean[] works = {true};
        Program program = new Program() {
            @Override
            public boolean builds(Version version) {
                return works[0];
            }
        };
        try (Scene scene = Scene.with(it -> it.program(program))) {
            String id = node(scene);
            scene.pass(300);
            works[0] = false;
            scene.deploy(id);
            assertThat(scene.pass(300).statuses(id)).containsExactly("build_failed", "live");
            assertThat(scene.sandbox.availability(id).wasDown()).isFalse();
        }
    }

    @Test
    void a_migration_that_fails_ends_the_deploy() {
        Program program = new Program() {
            @Override
            public boolean migrates(Version version) {
                return false;
            }
        };
        try (Scene scene = Scene.with(it -> it.program(program))) {
            String id = node(scene);
            assertThat(scene.pass(300).statuses(id)).containsExactly("pre_deploy_failed");
            assertThat(scene.sandbox.availability(id).wasUp()).isFalse();
        }
    }

    @Test
    void a_version_that_never_is_healthy_fails_after_fifteen_minutes_and_the_old_one_serves_on() {
        Program program = new Program() {
            @Override
            public boolean becomesHealthy(Version version) {
                return !version.image().endsWith(":2");
            }
        };
        try (Scene scene = Scene.with(it -> it.program(program))) {
            String id = scene.web(",'numInstances':2");
            scene.client
                    .post("/services/" + id + "/deploys", "{'imageUrl':'docker.io/library/web:2'}")
                    .is(201);
            assertThat(scene.pass(Duration.ofMinutes(15)).status(id)).isEqualTo("update_in_progress");
            assertThat(scene.pass(1).status(id)).isEqualTo("update_failed");
            assertThat(scene.sandbox.running(id))
                    .extracting(Version::image)
                    .containsExactly("docker.io/library/web:1", "docker.io/library/web:1");
            assertThat(scene.sandbox.availability(id).wasDown()).isFalse();
        }
    }

    @Test
    void a_rollback_brings_back_the_old_variables_and_the_next_deploy_the_new_ones() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web("");
            String first = scene.newestDeploy(id);
            scene.client
                    .put("/services/" + id + "/env-vars/A", "{'value':'new'}")
                    .is(200);
            assertThat(scene.sandbox.running(id).get(0).environment()).isEmpty();
            scene.deploy(id);
            assertThat(scene.pass(300).sandbox.running(id).get(0).environment()).containsEntry("A", "new");
            scene.client
                    .post("/services/" + id + "/rollback", "{'deployId':'" + first + "'}")
                    .is(201);
            assertThat(scene.pass(300).sandbox.running(id).get(0).environment()).isEmpty();
            scene.deploy(id);
            assertThat(scene.pass(300).sandbox.running(id).get(0).environment()).containsEntry("A", "new");
        }
    }

    @Test
    void a_suspended_service_takes_no_deploy_and_comes_back_with_one() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web("");
            scene.client.post("/services/" + id + "/suspend").is(202);
            assertThat(scene.client
                            .post("/services/" + id + "/deploys", "{}")
                            .is(409)
                            .text("message"))
                    .isEqualTo("service " + id + " is suspended");
            assertThat(scene.sandbox.running(id)).isEmpty();
            scene.client.post("/services/" + id + "/resume").is(202);
            scene.pass(300);
            assertThat(scene.sandbox.running(id)).hasSize(1);
            assertThat(scene.client
                            .get("/services/" + id + "/deploys")
                            .list()
                            .get(0)
                            .toString())
                    .contains("service_resumed");
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
}
