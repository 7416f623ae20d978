package dev.davit.render.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.apply.ApplyException;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.render.sandbox.LoggedRequest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A list is read to its end, and only there. */
class PagesTest {
    @Test
    void a_thousand_things_come_each_once() {
        try (Stage stage = Stage.usual()) {
            String path = "/services/" + service(stage) + "/env-vars";
            ListNode all = new ListNode(null);
            IntStream.range(0, 1000).forEach(it -> all.add(Map.of("key", "KEY_" + it, "value", "v" + it)));
            stage.api.put(path, all);

            assertThat(stage.api.list(path, "envVar"))
                    .hasSize(1000)
                    .doesNotHaveDuplicates()
                    .allMatch(it -> it.has("key") && it.has("value"));
            assertThat(stage.sandbox.log().stream().map(LoggedRequest::method).filter("GET"::equals))
                    .hasSize(11);
        }
    }

    @Test
    void entries_without_a_cursor_are_followed_by_their_id() {
        try (Script script = new Script()) {
            script.answers(200, page(0, 100, "{\"id\":\"evg-%d\"}"))
                    .answers(200, page(100, 103, "{\"id\":\"evg-%d\"}"));
            assertThat(script.api.list("/env-groups?ownerId=tea-1", "")).hasSize(103);
            assertThat(script.requests)
                    .containsExactly(
                            "GET /env-groups?ownerId=tea-1&limit=100",
                            "GET /env-groups?ownerId=tea-1&limit=100&cursor=evg-99");
        }
    }

    @Test
    void a_server_that_ignores_the_cursor_does_not_hold_us_for_ever() {
        try (Script script = new Script()) {
            script.answers(200, page(0, 100, "{\"cursor\":\"c/%1$d=\",\"service\":{\"id\":\"srv-%1$d\"}}"));
            assertThat(script.api.list("/services", "service")).hasSize(100);
            assertThat(script.requests)
                    .containsExactly("GET /services?limit=100", "GET /services?limit=100&cursor=c%2F99%3D");
        }
    }

    @Test
    void a_full_page_that_leads_nowhere_is_not_taken_for_the_whole() {
        try (Script script = new Script()) {
            script.answers(200, page(0, 100, "{\"service\":{\"id\":\"srv-%d\"}}"));
            assertThatThrownBy(() -> script.api.list("/services", "service"))
                    .isInstanceOf(ApplyException.class)
                    .hasMessage("Render's answer cannot be used: a full page that does not say where the next begins");
        }
    }

    @Test
    void an_entry_without_its_thing_is_refused() {
        try (Script script = new Script()) {
            script.answers(200, "[{\"cursor\":\"c\",\"postgres\":{}}]");
            assertThatThrownBy(() -> script.api.list("/services", "service"))
                    .isInstanceOf(ApplyException.class)
                    .hasMessage("Render's answer cannot be used: a list in which something is not a service");
        }
    }

    private static String page(int from, int to, String entry) {
        return IntStream.range(from, to)
                .mapToObj(it -> String.format(entry, it))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String service(Stage stage) {
        MapNode image =
                new MapNode(null).put("ownerId", stage.sandbox.ownerId()).put("imagePath", "docker.io/library/web:1");
        return stage.api
                .post(
                        "/services",
                        new MapNode(null)
                                .put("type", "web_service")
                                .put("name", "web")
                                .put("ownerId", stage.sandbox.ownerId())
                                .put("image", image)
                                .put("serviceDetails", new MapNode(null).put("runtime", "image")))
                .getMap("service")
                .flatMap(it -> it.getText("id"))
                .orElseThrow();
    }
}
