package dev.davit.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every list and every size of its pages. */
class PagingLaws {
    @Property(tries = 30)
    void following_the_cursors_gives_each_thing_once(
            @ForAll @IntRange(min = 0, max = 45) int things, @ForAll @IntRange(min = 1, max = 20) int limit) {
        try (Scene scene = Scene.usual()) {
            String path = "/services/" + scene.web("") + "/env-vars";
            String all = IntStream.range(0, things)
                    .mapToObj(it -> "{'key':'K" + it + "','value':'v'}")
                    .collect(Collectors.joining(",", "[", "]"));
            scene.client.put(path, all).is(200);

            List<String> keys = walk(scene, path, limit);

            assertThat(keys).hasSize(things).doesNotHaveDuplicates();
        }
    }

    @Property(tries = 30)
    void what_is_deleted_in_between_moves_nothing_to_another_page(
            @ForAll @IntRange(min = 2, max = 20) int things, @ForAll @IntRange(min = 1, max = 5) int limit) {
        try (Scene scene = Scene.usual()) {
            String path = "/services/" + scene.web("") + "/env-vars";
            String all = IntStream.range(10, 10 + things)
                    .mapToObj(it -> "{'key':'K" + it + "','value':'v'}")
                    .collect(Collectors.joining(",", "[", "]"));
            scene.client.put(path, all).is(200);
            List<MapNode> first =
                    scene.client.get(path + "?limit=" + limit).is(200).list();
            scene.client.delete(path + "/K10").is(204);

            List<String> rest = new ArrayList<>();
            if (first.size() == limit) {
                String cursor = first.get(limit - 1).getText("cursor").orElseThrow();
                scene.client.get(path + "?limit=100&cursor=" + cursor).list().forEach(it -> rest.add(key(it)));
            }

            assertThat(rest).hasSize(Math.max(0, things - limit));
        }
    }

    private static List<String> walk(Scene scene, String path, int limit) {
        List<String> keys = new ArrayList<>();
        String cursor = "";
        while (true) {
            List<MapNode> page =
                    scene.client.get(path + "?limit=" + limit + cursor).is(200).list();
            page.forEach(it -> keys.add(key(it)));
            if (page.size() < limit) {
                return keys;
            }
            cursor = "&cursor=" + page.get(page.size() - 1).getText("cursor").orElseThrow();
        }
    }

    private static String key(MapNode item) {
        return item.getMap("envVar").flatMap(it -> it.getText("key")).orElseThrow();
    }
}
