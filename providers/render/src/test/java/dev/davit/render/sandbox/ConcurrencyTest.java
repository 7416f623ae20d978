package dev.davit.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many at once. */
class ConcurrencyTest {
    @Test
    void of_many_who_create_the_same_name_one_succeeds() {
        try (Scene scene = Scene.usual()) {
            String owner = scene.sandbox.ownerId();
            String body = "{'type':'web_service','name':'web','ownerId':'" + owner + "','image':{'ownerId':'" + owner
                    + "','imagePath':'docker.io/library/web:1'},'serviceDetails':{'runtime':'image'}}";

            List<Integer> statuses = IntStream.range(0, 12)
                    .parallel()
                    .mapToObj(it ->
                            new Client(scene.sandbox).post("/services", body).status())
                    .toList();

            assertThat(statuses).filteredOn(it -> it == 201).hasSize(1);
            assertThat(statuses).filteredOn(it -> it == 409).hasSize(11);
            assertThat(scene.sandbox.log()).extracting(LoggedRequest::number).isSorted();
        }
    }

    @Test
    void a_clock_that_runs_by_itself_brings_a_deploy_to_its_end() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.usual().speed(6000))) {
            Client client = new Client(sandbox);
            String id = client.image("web_service", "web", "");
            String status = "";
            for (int i = 0; i < 1000 && !status.equals("live"); i++) {
                status = client.get("/services/" + id + "/deploys")
                        .is(200)
                        .list()
                        .get(0)
                        .getMap("deploy")
                        .flatMap(it -> it.getText("status"))
                        .orElseThrow();
            }
            assertThat(status).isEqualTo("live");
        }
    }
}
