package dev.davit.render.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Narrows lists by the parameters that most of the API's lists have. */
final class Filters {
    private Filters() {}

    /** Keeps what has one of the values that are asked for under each of the fields. */
    static List<Entity> by(Call call, List<Entity> things, String... fields) {
        List<Entity> kept = things;
        for (String field : fields) {
            List<String> wanted = call.all(field);
            if (!wanted.isEmpty()) {
                kept = kept.stream()
                        .filter(it -> wanted.contains(it.text(field)))
                        .toList();
            }
        }
        return byTimes(call, kept);
    }

    private static List<Entity> byTimes(Call call, List<Entity> things) {
        List<Entity> kept = things;
        for (String field : List.of("created", "updated", "started", "finished")) {
            kept = byTime(kept, field + "At", call.time(field + "Before"), Instant::isBefore);
            kept = byTime(kept, field + "At", call.time(field + "After"), Instant::isAfter);
        }
        return kept;
    }

    private static List<Entity> byTime(
            List<Entity> things, String field, Optional<Instant> limit, BiPredicate<Instant, Instant> holds) {
        return limit.map(it -> things.stream()
                        .filter(thing -> thing.time(field)
                                .filter(time -> holds.test(time, it))
                                .isPresent())
                        .toList())
                .orElse(things);
    }
}
