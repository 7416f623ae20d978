package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Answers for logs, in pages of time and not by cursors; source: the API's description, list logs. */
final class LogOperations {
    private static final Duration USUAL = Duration.ofHours(1);

    private final World world;

    LogOperations(World world) {
        this.world = world;
    }

    void addTo(Router router) {
        router.on("GET /logs", this::list);
    }

    private Answer list(Call call) {
        String owner = call.one("ownerId").orElseThrow(() -> Problem.badRequest("ownerId is required"));
        world.state().get(Kind.OWNER, owner);
        if (call.all("resource").isEmpty()) {
            throw Problem.badRequest("resource is required");
        }
        String direction = call.one("direction").orElse("backward");
        if (!List.of("backward", "forward").contains(direction)) {
            throw Problem.badRequest("direction must be backward or forward");
        }
        Instant from = call.time("startTime").orElse(call.now().minus(USUAL));
        Instant to = call.time("endTime").orElse(call.now());
        List<Entity> lines = new ArrayList<>(world.state().where(Kind.LOG, "_owner", owner));
        lines.removeIf(it -> !wanted(call, it) || !isWithin(it, from, to));
        if (direction.equals("backward")) {
            Collections.reverse(lines);
        }
        return page(lines, Paging.limit(call), from, to, direction.equals("forward"));
    }

    private static boolean wanted(Call call, Entity line) {
        return List.of("resource", "type", "level").stream()
                        .allMatch(it -> call.all(it).isEmpty() || call.all(it).contains(line.text("_" + it)))
                && (call.all("text").isEmpty() || call.all("text").stream().anyMatch(line.text("message")::contains));
    }

    private static boolean isWithin(Entity line, Instant from, Instant to) {
        Instant time = line.time("timestamp").orElseThrow();
        return !time.isBefore(from) && !time.isAfter(to);
    }

    /** The next page begins where this one ends, on the side that the direction leads to. */
    private static Answer page(List<Entity> lines, int limit, Instant from, Instant to, boolean forward) {
        boolean more = lines.size() > limit;
        ListNode shown = new ListNode(null);
        lines.stream().limit(limit).forEach(it -> shown.add(it.shown()));
        Instant last = more ? lines.get(limit).time("timestamp").orElseThrow() : forward ? to : from;
        return Answer.ok(new MapNode(null)
                .put("hasMore", more)
                .put("nextStartTime", (forward ? last : from).toString())
                .put("nextEndTime", (forward ? to : last).toString())
                .put("logs", shown));
    }
}
