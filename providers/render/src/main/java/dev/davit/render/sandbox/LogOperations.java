package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Answers for logs, in pages of time and not by cursors; source: the API's description, list logs. */
final class LogOperations {
    private static final Duration USUAL = Duration.ofHours(1);
    private static final Set<String> COUNTED = Set.of("instance", "host", "statusCode", "method", "level", "type");

    private final World world;

    LogOperations(World world) {
        this.world = world;
    }

    void addTo(Router router) {
        router.on("GET /logs", this::list).on("GET /logs/values", this::values);
    }

    private Answer list(Call call) {
        Range range = Range.of(call, world.logs().last());
        List<Entity> lines = wanted(call, range);
        boolean forward = isForward(call);
        if (!forward) {
            Collections.reverse(lines);
        }
        return page(lines, Paging.limit(call), range, forward);
    }

    private Answer values(Call call) {
        String label = call.one("label").orElse("");
        if (!COUNTED.contains(label)) {
            throw Problem.badRequest("label must be one of instance, host, statusCode, method, level and type");
        }
        isForward(call);
        ListNode values = new ListNode(null);
        wanted(call, Range.of(call, world.logs().last())).stream()
                .map(it -> LogFilters.label(it, label))
                .filter(it -> !it.isEmpty())
                .distinct()
                .sorted()
                .limit(Paging.limit(call))
                .forEach(values::add);
        return Answer.ok(values);
    }

    private List<Entity> wanted(Call call, Range range) {
        String owner = call.one("ownerId").orElseThrow(() -> Problem.badRequest("ownerId is required"));
        world.state().get(Kind.OWNER, owner);
        if (call.all("resource").isEmpty()) {
            throw Problem.badRequest("resource is required");
        }
        List<Entity> lines = new ArrayList<>(world.state().where(Kind.LOG, "_owner", owner));
        lines.removeIf(LogFilters.of(call)
                .and(it -> range.holds(it.time("timestamp").orElseThrow()))
                .negate());
        return lines;
    }

    private static boolean isForward(Call call) {
        String direction = call.one("direction").orElse("backward");
        if (!List.of("backward", "forward").contains(direction)) {
            throw Problem.badRequest("direction must be backward or forward");
        }
        return direction.equals("forward");
    }

    /** The next page begins where this one ends, on the side that the direction leads to. */
    private static Answer page(List<Entity> lines, int limit, Range range, boolean forward) {
        boolean more = lines.size() > limit;
        ListNode shown = new ListNode(null);
        lines.stream().limit(limit).forEach(it -> shown.add(it.shown()));
        Instant last = more ? lines.get(limit).time("timestamp").orElseThrow() : forward ? range.to() : range.from();
        return Answer.ok(new MapNode(null)
                .put("hasMore", more)
                .put("nextStartTime", (forward ? last : range.from()).toString())
                .put("nextEndTime", (forward ? range.to() : last).toString())
                .put("logs", shown));
    }

    /** A span of time with both its ends. */
    private record Range(Instant from, Instant to) {
        /** Lines that come at once have times that differ, so the newest may be a little later than now. */
        static Range of(Call call, Instant newest) {
            Instant now = newest.isAfter(call.now()) ? newest : call.now();
            return new Range(
                    call.time("startTime").orElse(call.now().minus(USUAL)),
                    call.time("endTime").orElse(now));
        }

        boolean holds(Instant time) {
            return !time.isBefore(from) && !time.isAfter(to);
        }
    }
}
