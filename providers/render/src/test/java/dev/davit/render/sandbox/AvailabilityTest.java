package dev.davit.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether users notice. */
class AvailabilityTest {
    @Test
    void a_service_is_up_when_its_first_instance_is_healthy_and_was_not_down_before() {
        try (Scene scene = Scene.usual()) {
            String id = scene.client.image("web_service", "web", ",'healthCheckPath':'/'");
            assertThat(scene.pass(5).sandbox.availability(id).wasUp()).isFalse();
            Availability after = scene.pass(60).sandbox.availability(id);
            assertThat(after.wasDown()).isFalse();
            assertThat(after.changes()).containsExactly(new Availability.Change(Scene.START.plusSeconds(11), 1));
        }
    }

    @Test
    void a_service_with_a_disk_is_down_between_stop_and_start() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web(",'disk':{'name':'data','mountPath':'/data'}");
            scene.deploy(id);
            Availability after = scene.pass(300).sandbox.availability(id);
            assertThat(scene.status(id)).isEqualTo("live");
            assertThat(after.down()).isEqualTo(Duration.ofSeconds(15));
            assertThat(after.secondsDown()).isEqualTo(15);
        }
    }

    @Test
    void a_restart_without_a_disk_is_not_noticed_and_with_one_it_is() {
        try (Scene scene = Scene.usual()) {
            String plain = scene.web("");
            String disk = scene.client.image(
                    "private_service", "store", ",'disk':{'name':'data','mountPath':'/data','sizeGB':5}");
            scene.pass(300);
            scene.client.post("/services/" + plain + "/restart").is(200);
            scene.client.post("/services/" + disk + "/restart").is(200);
            scene.pass(300);
            assertThat(scene.sandbox.availability(plain).wasDown()).isFalse();
            assertThat(scene.sandbox.availability(disk).down()).isEqualTo(Duration.ofSeconds(15));
        }
    }

    @Test
    void instances_are_replaced_one_at_a_time_and_never_fewer_serve_than_wanted() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web(",'numInstances':3");
            scene.deploy(id);
            scene.pass(15);
            String next = scene.newestDeploy(id);
            assertThat(scene.sandbox.running(id))
                    .extracting(Version::deploy)
                    .filteredOn(next::equals)
                    .hasSize(1);
            Availability after = scene.pass(300).sandbox.availability(id);
            assertThat(after.seconds().stream().skip(1).map(Availability.Second::healthy))
                    .allMatch(it -> it >= 3);
        }
    }

    @Test
    void a_suspended_service_is_down_until_it_is_back() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web("");
            scene.client.post("/services/" + id + "/suspend").is(202);
            scene.pass(100);
            scene.client.post("/services/" + id + "/resume").is(202);
            assertThat(scene.pass(100).sandbox.availability(id).down()).isEqualTo(Duration.ofSeconds(111));
        }
    }

    @Test
    void a_deleted_service_is_not_down_it_is_gone() {
        try (Scene scene = Scene.usual()) {
            String id = scene.web("");
            scene.client.delete("/services/" + id).is(204);
            Availability after = scene.pass(100).sandbox.availability(id);
            assertThat(after.wasDown()).isFalse();
            assertThat(after.end()).isEqualTo(Scene.START.plusSeconds(300));
        }
    }

    @Test
    void a_new_plan_of_a_database_is_noticed_and_with_a_standby_it_is_not() {
        try (Scene scene = Scene.usual()) {
            String alone = postgres(scene, "alone", "");
            String standby = postgres(scene, "safe", ",'enableHighAvailability':true");
            scene.pass(100);
            for (String id : List.of(alone, standby)) {
                scene.client.patch("/postgres/" + id, "{'plan':'pro_8gb'}").is(200);
            }
            scene.pass(100);
            assertThat(scene.sandbox.availability(alone).down()).isEqualTo(Duration.ofSeconds(90));
            assertThat(scene.sandbox.availability(standby).wasDown()).isFalse();
        }
    }

    @Test
    void a_second_counts_as_down_if_any_part_of_it_was() {
        Availability availability = new Availability(
                List.of(
                        new Availability.Change(Instant.parse("2026-10-01T00:00:00Z"), 1),
                        new Availability.Change(Instant.parse("2026-10-01T00:00:02.900Z"), 0),
                        new Availability.Change(Instant.parse("2026-10-01T00:00:03.100Z"), 1)),
                Instant.parse("2026-10-01T00:00:05Z"));

        assertThat(availability.seconds())
                .extracting(Availability.Second::healthy)
                .containsExactly(1, 1, 0, 0, 1);
        assertThat(availability.secondsDown()).isEqualTo(2);
        assertThat(availability.down()).isEqualTo(Duration.ofMillis(200));
    }

    private static String postgres(Scene scene, String name, String more) {
        return scene.client
                .post(
                        "/postgres",
                        "{'name':'" + name + "','ownerId':'" + scene.sandbox.ownerId()
                                + "','plan':'pro_4gb','version':'17'" + more + "}")
                .is(201)
                .text("id");
    }
}
