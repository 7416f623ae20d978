package dev.davit.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.document.DocumentException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What goes wrong on purpose goes wrong in just that way. */
class FaultTest {
    private static final String PROJECT = "{'name':'shop','ownerId':'%s','environments':[]}";

    @Test
    void a_connection_cut_before_acting_leaves_nothing_behind() {
        try (Scene scene = Scene.with(it -> it.faults(FaultPlan.at(1, Fault.cutBefore())))) {
            assertThatThrownBy(() -> create(scene)).isInstanceOf(IOException.class);
            assertThat(scene.client.get("/projects").is(200).list()).isEmpty();
            assertThat(scene.sandbox.log().get(0).status()).isZero();
        }
    }

    @Test
    void a_connection_cut_after_acting_leaves_the_thing_behind() {
        try (Scene scene = Scene.with(it -> it.faults(FaultPlan.at(1, Fault.cutAfter())))) {
            assertThatThrownBy(() -> create(scene)).isInstanceOf(IOException.class);
            assertThat(scene.client.get("/projects").is(200).list()).hasSize(1);
        }
    }

    @Test
    void a_truncated_answer_breaks_off_and_the_thing_is_there() {
        try (Scene scene = Scene.with(it -> it.faults(FaultPlan.at(1, Fault.truncated())))) {
            assertThatThrownBy(() -> create(scene)).isInstanceOfAny(IOException.class, DocumentException.class);
            assertThat(scene.client.get("/projects").is(200).list()).hasSize(1);
        }
    }

    @Test
    void an_error_of_the_server_changes_nothing() throws IOException {
        try (Scene scene = Scene.with(it -> it.faults(FaultPlan.at(1, Fault.error(503))))) {
            assertThat(create(scene).is(503).text("id")).isEqualTo("req-1");
            assertThat(scene.client.get("/projects").is(200).list()).isEmpty();
        }
    }

    @Test
    void too_many_requests_can_be_told_without_having_been_made() throws IOException {
        try (Scene scene = Scene.with(it -> it.faults(FaultPlan.at(1, Fault.tooMany())))) {
            assertThat(create(scene).is(429).header("Retry-After")).isEqualTo("1");
        }
    }

    @Test
    void a_slow_answer_comes_late_and_is_whole() throws IOException {
        try (Scene scene = Scene.with(it -> it.faults(FaultPlan.at(1, Fault.slow(Duration.ofMillis(150)))))) {
            long before = System.nanoTime();
            create(scene).is(201);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        }
    }

    @Test
    void what_lists_show_late_is_there_by_its_id() throws IOException {
        try (Scene scene = Scene.with(it -> it.faults(FaultPlan.at(1, Fault.lateList(Duration.ofSeconds(5)))))) {
            String id = create(scene).is(201).text("id");
            assertThat(scene.client.get("/projects").list()).isEmpty();
            scene.client.get("/projects/" + id).is(200);
            assertThat(scene.pass(5).client.get("/projects").list()).hasSize(1);
        }
    }

    @Test
    void another_can_change_something_between_two_calls() {
        FaultPlan plan = (number, method, path) -> number == 3
                ? Optional.of(Fault.externalChange("PATCH", path, "{\"serviceDetails\":{\"plan\":\"pro\"}}"))
                : Optional.empty();
        try (Scene scene = Scene.with(it -> it.faults(plan))) {
            String id = scene.client.image("web_service", "web", "");
            assertThat(scene.details(id).getText("plan")).contains("starter");
            assertThat(scene.details(id).getText("plan")).contains("pro");
            assertThat(scene.sandbox.log()).hasSize(3);
        }
    }

    @Property(tries = 50)
    void a_seed_chooses_the_same_faults_in_any_order(@ForAll long seed) {
        FaultPlan plan = FaultPlan.seeded(seed, 0.3);
        List<Optional<Fault>> forth = LongStream.range(1, 100)
                .mapToObj(it -> plan.choose(it, "GET", "/"))
                .toList();
        List<Optional<Fault>> again = LongStream.range(1, 100)
                .map(it -> 100 - it)
                .mapToObj(it -> FaultPlan.seeded(seed, 0.3).choose(it, "GET", "/"))
                .toList();
        for (int i = 0; i < forth.size(); i++) {
            assertThat(forth.get(i)).isEqualTo(again.get(forth.size() - 1 - i));
        }
        assertThat(forth.stream().filter(Optional::isPresent).count()).isBetween(8L, 60L);
    }

    private static Client.Exchange create(Scene scene) throws IOException {
        Client.Exchange exchange = scene.client.attempt(
                "POST",
                "/projects",
                "application/json",
                String.format(PROJECT, scene.sandbox.ownerId()).replace('\'', '"'));
        exchange.body();
        return exchange;
    }
}
