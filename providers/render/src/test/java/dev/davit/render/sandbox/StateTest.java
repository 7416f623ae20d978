package dev.davit.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state file keeps all over a restart. */
class StateTest {
    @TempDir
    Path folder;

    @Test
    void a_deploy_under_way_goes_on_after_a_restart() {
        Path file = folder.resolve("sandbox.json");
        String id;
        try (Scene scene = Scene.with(it -> it.keptIn(file))) {
            id = scene.client.image("web_service", "web", "");
            scene.pass(5);
            assertThat(scene.status(id)).isEqualTo("update_in_progress");
        }
        try (Scene again = Scene.with(it -> it.keptIn(file))) {
            again.pass(60);
            assertThat(again.status(id)).isEqualTo("live");
            assertThat(again.sandbox.availability(id).changes())
                    .containsExactly(new Availability.Change(Scene.START.plusSeconds(11), 1));
        }
    }

    @Test
    void a_write_is_in_the_file_before_it_is_answered() throws IOException {
        Path file = folder.resolve("sandbox.json");
        try (Scene scene = Scene.with(it -> it.keptIn(file))) {
            String id = scene.client.image("web_service", "web", "");
            assertThat(Files.readString(file)).contains(id);
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void ids_are_not_given_twice() {
        Path file = folder.resolve("sandbox.json");
        String first;
        try (Scene scene = Scene.with(it -> it.keptIn(file))) {
            first = scene.client.image("web_service", "web", "");
            scene.client.delete("/services/" + first).is(204);
        }
        try (Scene again = Scene.with(it -> it.keptIn(file))) {
            assertThat(again.client.image("web_service", "web", "")).isNotEqualTo(first);
        }
    }

    @Test
    void a_clock_that_ran_fast_does_not_go_back_after_a_restart() {
        Path file = folder.resolve("sandbox.json");
        VirtualClock ahead = new VirtualClock(Instant.now().plus(Duration.ofDays(30)));
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.usual().keptIn(file).clock(ahead))) {
            new Client(sandbox).image("web_service", "web", "");
        }
        try (Sandbox again = Sandbox.start(SandboxOptions.usual().keptIn(file))) {
            assertThat(again.now()).isAfterOrEqualTo(ahead.now());
        }
    }

    @Test
    void a_refused_request_changes_nothing() throws IOException {
        Path file = folder.resolve("sandbox.json");
        try (Scene scene = Scene.with(it -> it.keptIn(file))) {
            String id = scene.web("");
            String before = scene.client.get("/services/" + id).is(200).map().toString();
            scene.client
                    .post("/disks", "{'serviceId':'" + id + "','name':'d','mountPath':'/etc','sizeGB':1}")
                    .is(400);
            scene.client
                    .patch("/services/" + id, "{'name':'other','serviceDetails':{'plan':7}}")
                    .is(400);
            scene.client
                    .put(
                            "/services/" + id + "/autoscaling",
                            "{'min':5,'max':2,'criteria':{'cpu':{'percentage':50},'memory':{'percentage':50}}}")
                    .is(400);
            assertThat(scene.client.get("/services/" + id).map().toString()).isEqualTo(before);
        }
    }
}
