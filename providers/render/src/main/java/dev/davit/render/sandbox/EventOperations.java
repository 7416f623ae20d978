package dev.davit.render.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Answers for the events of services, newest first. Without a start, those of the last hour; source: the API's description. */
final class EventOperations {
    private static final Duration USUAL = Duration.ofHours(1);

    private final World world;

    EventOperations(World world) {
        this.world = world;
    }

    void addTo(Router router) {
        router.on("GET /services/{}/events", this::list)
                .on(
                        "GET /events/{}",
                        call -> Answer.ok(
                                world.state().get(Kind.EVENT, call.variable(0)).shown()));
    }

    private Answer list(Call call) {
        Entity service = world.state().get(Kind.SERVICE, call.variable(0));
        Instant from = call.time("startTime").orElse(call.now().minus(USUAL));
        Instant to = call.time("endTime").orElse(call.now());
        List<Entity> all = world.state().where(Kind.EVENT, "serviceId", service.id()).stream()
                .filter(it -> isWithin(it.time("timestamp").orElseThrow(), from, to))
                .toList();
        return Paging.newestFirst(call, "event", Filters.by(call, all, "type"));
    }

    private static boolean isWithin(Instant time, Instant from, Instant to) {
        return !time.isBefore(from) && !time.isAfter(to);
    }
}
