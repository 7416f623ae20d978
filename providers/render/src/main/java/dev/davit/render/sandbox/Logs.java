package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import java.time.Instant;

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
        world.state()
                .put(
                        Kind.LOG,
                        Entity.empty()
                                .put("id", world.state().newId(Kind.LOG))
                                .put("message", message)
                                .put("timestamp", at)
                                .put("labels", labels(service.id(), type, level))
                                .put("_owner", service.text("ownerId"))
                                .put("_resource", service.id())
                                .put("_type", type)
                                .put("_level", level));
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
