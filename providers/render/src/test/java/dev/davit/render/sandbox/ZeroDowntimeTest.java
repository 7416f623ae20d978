package dev.davit.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With a health check, no change of a service is noticed; with a disk, each that needs a deploy is, and for how long is known. */
class ZeroDowntimeTest {
    private static final Map<String, Change> CHANGES = new TreeMap<>(Map.of(
            "image",
                    (scene, id) -> scene.client
                            .patch(
                                    "/services/" + id,
                                    "{'image':{'ownerId':'" + scene.sandbox.ownerId()
                                            + "','imagePath':'docker.io/library/web:2'}}")
                            .is(200),
            "variable",
                    (scene, id) -> scene.client
                            .put("/services/" + id + "/env-vars/A", "{'value':'1'}")
                            .is(200),
            "plan",
                    (scene, id) -> scene.client
                            .patch("/services/" + id, "{'serviceDetails':{'plan':'standard'}}")
                            .is(200),
            "health check",
                    (scene, id) -> scene.client
                            .patch("/services/" + id, "{'serviceDetails':{'healthCheckPath':'/ready'}}")
                            .is(200),
            "shutdown delay",
                    (scene, id) -> scene.client
                            .patch("/services/" + id, "{'serviceDetails':{'maxShutdownDelaySeconds':3}}")
                            .is(200)));

    static List<String> changes() {
        return List.copyOf(CHANGES.keySet());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_and_its_deploy_are_not_noticed(String change) {
        try (Scene scene = Scene.usual()) {
            String id = scene.web("");
            CHANGES.get(change).make(scene, id);
            scene.deploy(id);
            scene.pass(300);

            assertThat(scene.status(id)).isEqualTo("live");
            Availability availability = scene.sandbox.availability(id);
            assertThat(availability.secondsDown()).isZero();
            assertThat(availability.seconds()).hasSize(589);
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void with_a_disk_the_service_is_down_while_one_instance_stops_and_the_next_starts(String change) {
        try (Scene scene = Scene.usual()) {
            String id = scene.web(",'disk':{'name':'data','mountPath':'/data','sizeGB':10}");
            CHANGES.get(change).make(scene, id);
            scene.deploy(id);
            scene.pass(300);

            assertThat(scene.status(id)).isEqualTo("live");
            Duration stop = change.equals("shutdown delay") ? Duration.ofSeconds(3) : Duration.ofSeconds(5);
            assertThat(scene.sandbox.availability(id).down()).isEqualTo(stop.plusSeconds(10));
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void scaling_is_not_noticed_and_needs_no_deploy(int instances) {
        try (Scene scene = Scene.usual()) {
            String id = scene.web(",'numInstances':2");
            scene.client
                    .post("/services/" + id + "/scale", "{'numInstances':" + instances + "}")
                    .is(202);
            scene.pass(300);

            assertThat(scene.sandbox.running(id)).hasSize(instances);
            assertThat(scene.statuses(id)).containsExactly("live");
            assertThat(scene.sandbox.availability(id).secondsDown()).isZero();
        }
    }

    static List<Integer> sizes() {
        return List.of(1, 2, 5);
    }

    private interface Change {
        void make(Scene scene, String id);
    }
}
