package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Keeps the lines that Render writes itself: about builds, deploys and instances. There are no lines of programs, since there are
 * no programs; nor can a line hold a variable's value.
 */
final class Logs {
    private final World world;

    Logs(World world) {
        this.world = world;
    }

    /**
     * Writes a line.
     *
     * @param type the label {@code type}: {@code build} or {@code app}
     * @param level the label {@code level}: {@code info} or {@code error}
     */
    void line(Entity service, String type, String level, String message, Instant at) {
        write(service, labels(service.id(), type, level), message, at);
    }

    /** Writes a line about one instance. */
    void line(Entity service, String instance, String message, Instant at) {
        write(service, labels(service.id(), "app", "error").add(label("instance", instance)), message, at);
    }

    /** Gives the time of the newest line. */
    Instant last() {
        return world.state().last(Kind.LOG).flatMap(it -> it.time("timestamp")).orElse(Instant.EPOCH);
    }

    /** Pages are cut by time, so no two lines may have the same: a page's end would be met again and again. */
    private Instant next(Instant at) {
        Instant free = last().plus(1, ChronoUnit.MICROS);
        return at.isBefore(free) ? free : at;
    }

    private void write(Entity service, ListNode labels, String message, Instant at) {
        world.state()
                .put(
                        Kind.LOG,
                        Entity.empty()
                                .put("id", world.state().newId(Kind.LOG))
                                .put("message", message)
                                .put("timestamp", next(at))
                                .put("labels", labels)
                                .put("_owner", service.text("ownerId"))
                                .put("_resource", service.id()));
    }

    private static ListNode labels(String resource, String type, String level) {
        return new ListNode(null)
                .add(label("resource", resource))
                .add(label("type", type))
                .add(label("level", level));
    }

    private static MapNode label(String name, String value) {
        return new MapNode(null).put("name", name).put("value", value);
    }
}
