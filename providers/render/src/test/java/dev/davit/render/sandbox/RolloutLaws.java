package dev.davit.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every sequence of changes, whenever they come. */
class RolloutLaws {
    /** Each change comes some seconds after the one before, so many fall into the midst of a deploy. */
    @Property(tries = 60)
    void a_service_without_a_disk_is_never_down(
            @ForAll @Size(max = 12) List<@IntRange(max = 5) Integer> changes,
            @ForAll @IntRange(min = 1, max = 90) int step) {
        try (Scene scene = Scene.usual()) {
            String id = scene.web(",'numInstances':2");
            for (int change : changes) {
                make(scene, id, change);
                scene.pass(step);
            }
            Availability availability =
                    scene.pass(Duration.ofMinutes(30)).sandbox.availability(id);
            assertThat(availability.wasDown()).isFalse();
            assertThat(scene.statuses(id))
                    .allMatch(it -> List.of("live", "deactivated", "canceled").contains(it));
            assertThat(scene.statuses(id)).filteredOn("live"::equals).hasSize(1);
            long wanted = scene.details(id).getLong("numInstances").orElseThrow();
            assertThat(scene.sandbox.running(id)).hasSize((int) wanted);
            assertThat(scene.sandbox.running(id))
                    .extracting(Version::deploy)
                    .containsOnly(scene.sandbox.running(id).get(0).deploy());
        }
    }

    @Property(tries = 40)
    void with_a_disk_never_two_instances_run(
            @ForAll @Size(max = 8) List<@IntRange(max = 3) Integer> changes,
            @ForAll @IntRange(min = 1, max = 90) int step) {
        try (Scene scene = Scene.usual()) {
            String id = scene.web(",'disk':{'name':'data','mountPath':'/data'}");
            for (int change : changes) {
                make(scene, id, change == 3 ? 5 : change);
                for (int second = 0; second < step; second += 3) {
                    assertThat(scene.client
                                    .get("/services/" + id + "/instances")
                                    .list())
                            .hasSizeLessThanOrEqualTo(1);
                    scene.pass(3);
                }
            }
            assertThat(scene.pass(Duration.ofMinutes(30)).sandbox.running(id)).hasSize(1);
        }
    }

    private static void make(Scene scene, String id, int change) {
        String service = "/services/" + id;
        switch (change) {
            case 0 -> scene.client.post(service + "/deploys", "{}");
            case 1 -> scene.client.put(service + "/env-vars/A", "{'value':'1'}");
            case 2 -> scene.client.patch(service, "{'serviceDetails':{'plan':'pro'}}");
            case 3 -> scene.client.post(service + "/scale", "{'numInstances':4}");
            case 4 -> scene.client.post(service + "/scale", "{'numInstances':1}");
            default -> scene.client.post(service + "/restart");
        }
    }
}
