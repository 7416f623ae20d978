package dev.davit.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.MapNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One-off jobs, runs of cron jobs and the lines that Render writes. */
class JobAndLogTest {
    private static final Program SICK = new Program() {
        @Override
        public boolean becomesHealthy(Version version) {
            return false;
        }
    };

    @Test
    void a_job_waits_runs_and_ends() {
        try (Scene scene = Scene.usual()) {
            String jobs = "/services/" + scene.web("") + "/jobs";
            String job = jobs + "/"
                    + scene.client.post(jobs, "{'startCommand':'echo'}").is(201).text("id");
            assertThat(scene.client.get(job).text("status")).isEqualTo("pending");
            assertThat(scene.pass(1).client.get(job).text("status")).isEqualTo("running");
            assertThat(scene.pass(20).client.get(job).text("status")).isEqualTo("succeeded");
            scene.client.post(job + "/cancel").is(400);
        }
    }

    @Test
    void a_service_without_a_build_runs_no_job() {
        try (Scene scene = Scene.usual()) {
            String id = scene.client.image("web_service", "web", "");
            scene.client
                    .post("/services/" + id + "/jobs", "{'startCommand':'echo'}")
                    .is(400);
        }
    }

    @Test
    void a_new_run_of_a_cron_job_cancels_the_one_before() {
        try (Scene scene = Scene.usual()) {
            String id = scene.client.image("cron_job", "nightly", ",'schedule':'0 3 * * *'");
            scene.client.post("/cron-jobs/" + id + "/runs").is(200);
            scene.pass(5);
            assertThat(scene.client.post("/cron-jobs/" + id + "/runs").is(200).text("status"))
                    .isEqualTo("pending");
            scene.client.delete("/cron-jobs/" + id + "/runs").is(204);
        }
    }

    @Test
    void the_log_of_a_failed_deploy_ends_with_why() {
        try (Scene scene = Scene.with(it -> it.program(SICK))) {
            String id = scene.client.image("web_service", "web", "");
            scene.pass(1000);
            List<String> lines = lines(scene, id, "");
            assertThat(lines).hasSize(4);
            assertThat(lines.get(0)).endsWith(": update failed");
            assertThat(lines.get(1)).endsWith(" did not become healthy in time");
            assertThat(lines(scene, id, "&level=error&direction=forward&limit=1"))
                    .singleElement()
                    .asString()
                    .endsWith(" did not become healthy in time");
        }
    }

    @Test
    void pages_of_one_line_give_every_line_once_in_either_direction() {
        // Two lines come at the moment in which the deploy fails.
        try (Scene scene = Scene.with(it -> it.program(SICK))) {
            String id = scene.client.image("web_service", "web", "");
            scene.pass(1000);
            List<String> all = lines(scene, id, "&limit=100");
            assertThat(all).hasSizeGreaterThan(2).doesNotHaveDuplicates();
            assertThat(paged(scene, id, "backward")).isEqualTo(all);
            List<String> oldestFirst = new ArrayList<>(all);
            Collections.reverse(oldestFirst);
            assertThat(paged(scene, id, "forward")).isEqualTo(oldestFirst);
        }
    }

    @Test
    void lines_are_found_by_label_text_wildcard_and_expression() {
        try (Scene scene = Scene.with(it -> it.program(SICK))) {
            String id = scene.client.image("web_service", "web", "");
            scene.pass(1000);
            String instance = scene.client
                    .get("/logs/values?label=instance&ownerId=" + scene.sandbox.ownerId() + "&resource=" + id)
                    .is(200)
                    .body()
                    .toString()
                    .replaceAll("[^a-z0-9-]", "");
            assertThat(instance).startsWith(id + "-");
            assertThat(lines(scene, id, "&instance=" + instance))
                    .singleElement()
                    .asString()
                    .contains(instance);
            assertThat(lines(scene, id, "&instance=srv-*")).hasSize(1);
            assertThat(lines(scene, id, "&level=err*")).hasSize(2);
            assertThat(lines(scene, id, "&level=err")).isEmpty();
            assertThat(lines(scene, id, "&text=update%20*ed")).hasSize(1);
            assertThat(lines(scene, id, "&text=%2Fupdate%20(failed%7Cin)%2F")).hasSize(2);
            scene.client
                    .get("/logs?ownerId=" + scene.sandbox.ownerId() + "&resource=" + id + "&text=%2F(%2F")
                    .is(400);
        }
    }

    private static List<String> paged(Scene scene, String id, String direction) {
        List<String> read = new ArrayList<>();
        String range = "";
        boolean more = true;
        while (more) {
            MapNode page = scene.client
                    .get("/logs?ownerId=" + scene.sandbox.ownerId() + "&resource=" + id + "&limit=1&direction="
                            + direction + range)
                    .is(200)
                    .map();
            page.getList("logs")
                    .orElseThrow()
                    .forEach(it -> read.add(((MapNode) it).getText("message").orElseThrow()));
            assertThat(read).hasSizeLessThan(100);
            more = page.get("hasMore").orElseThrow().toString().equals("true");
            range = "&startTime=" + page.getText("nextStartTime").orElseThrow() + "&endTime="
                    + page.getText("nextEndTime").orElseThrow();
        }
        return read;
    }

    private static List<String> lines(Scene scene, String id, String more) {
        return scene
                .client
                .get("/logs?ownerId=" + scene.sandbox.ownerId() + "&resource=" + id + more)
                .is(200)
                .map()
                .getList("logs")
                .orElseThrow()
                .items()
                .stream()
                .map(it -> ((MapNode) it).getText("message").orElseThrow())
                .toList();
    }
}
