package dev.davit.render.sandbox;

import dev.davit.document.MapNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeps how many healthy instances each service and data store had, from each change on. */
final class AvailabilityLog {
    private static final String CHANGES = "changes";

    private final State state;

    AvailabilityLog(State state) {
        this.state = state;
    }

    void record(String id, Instant at, int healthy) {
        Entity entry = entry(id);
        List<Entity> changes = entry.parts(CHANGES);
        long last = changes.isEmpty() ? 0 : changes.get(changes.size() - 1).number("healthy", 0);
        if (last != healthy) {
            entry.list(CHANGES).add(new MapNode(null).put("at", at.toString()).put("healthy", healthy));
        }
    }

    /** Notes that the thing was deleted on request: what is wanted no more is not down. */
    void end(String id, Instant at) {
        entry(id).putIfAbsent("end", at);
    }

    Availability of(String id, Instant now) {
        Entity entry = entry(id);
        List<Availability.Change> changes = new ArrayList<>();
        for (Entity change : entry.parts(CHANGES)) {
            changes.add(new Availability.Change(change.time("at").orElseThrow(), (int) change.number("healthy", 0)));
        }
        return new Availability(changes, entry.time("end").orElse(now));
    }

    private Entity entry(String id) {
        return state.find(Kind.AVAILABILITY, id)
                .orElseGet(() -> state.put(Kind.AVAILABILITY, Entity.empty().put("id", id)));
    }
}
