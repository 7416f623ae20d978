package dev.davit.render.sandbox;

import dev.davit.document.MapNode;
import java.time.Instant;

/** Keeps what happened to services, as Render tells it to those who ask for events. */
final class Events {
    private final World world;

    Events(World world) {
        this.world = world;
    }

    /**
     * Notes an event.
     *
     * @param type one of the description's {@code serviceEventType}
     * @param details what the description has for that type
     */
    void add(Entity service, String type, MapNode details, Instant at) {
        add(service.id(), type, details, at);
    }

    /** Notes an event that says nothing beside its type. */
    void add(Entity service, String type, Instant at) {
        add(service, type, new MapNode(null), at);
    }

    void add(String service, String type, MapNode details, Instant at) {
        world.state()
                .put(
                        Kind.EVENT,
                        Entity.empty()
                                .put("id", world.state().newId(Kind.EVENT))
                                .put("timestamp", at)
                                .put("serviceId", service)
                                .put("type", type)
                                .put("details", details));
    }
}
