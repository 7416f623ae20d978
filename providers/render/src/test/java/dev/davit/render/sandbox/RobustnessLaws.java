package dev.davit.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every request, whatever its body. */
class RobustnessLaws {
    private static final List<Object> ODD = new ArrayList<>(List.of(
            "",
            "x",
            "not-a-thing",
            0,
            -1,
            4_000_000_000L,
            1.5,
            true,
            List.of(),
            List.of("a", 1),
            Map.of(),
            "\u0000",
            "é😀"));

    static {
        ODD.add(null);
    }

    /** A sandbox with one of everything, then requests with parts put in the place of others. */
    @Property(tries = 40)
    void no_request_makes_an_error_of_the_server(@ForAll long seed) {
        Random random = new Random(seed);
        try (Scene scene = Scene.usual()) {
            List<Sample> samples = Samples.of(scene);
            for (int i = 0; i < 40; i++) {
                Sample sample = samples.get(random.nextInt(samples.size()));
                String body = sample.body().isEmpty() ? "" : changed(sample.body(), random);
                Client.Exchange exchange = scene.client.send(sample.method(), sample.path(), "application/json", body);
                assertThat(exchange.status())
                        .as("%s %s %s", sample.method(), sample.path(), body)
                        .isLessThan(500);
                scene.pass(Duration.ofSeconds(30));
                assertThat(scene.client.get("/services").status()).isEqualTo(200);
            }
        }
    }

    private static String changed(String body, Random random) {
        Node tree = Json.read("sample", body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        for (int i = random.nextInt(3); i > 0; i--) {
            tree = changed(tree, random);
        }
        return Json.compact(tree);
    }

    private static Node changed(Node node, Random random) {
        Node odd = Node.of(ODD.get(random.nextInt(ODD.size())), null);
        if (node instanceof MapNode map && !map.isEmpty()) {
            List<String> keys = List.copyOf(map.entries().keySet());
            String key = keys.get(random.nextInt(keys.size()));
            MapNode copy = map.copy();
            switch (random.nextInt(4)) {
                case 0 -> copy.remove(key);
                case 1 -> copy.put(key, odd);
                default -> copy.put(key, changed(map.get(key).orElseThrow(), random));
            }
            return copy;
        }
        if (node instanceof ListNode list && list.size() > 0) {
            ListNode copy = list.copy();
            copy.set(0, changed(list.get(0), random));
            return copy;
        }
        return odd;
    }

    /** A request that is fine as it is. */
    record Sample(String method, String path, String body) {}
}
