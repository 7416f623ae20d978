package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Starts and stops the instances of one service. */
final class Instances {
    static final String STARTING = "starting";
    static final String SERVING = "serving";
    /** Out of rotation; gets SIGTERM when connections had time to move. */
    static final String DRAINING = "draining";
    /** Told to end at once, because the next one needs its disk. */
    static final String STOPPING = "stopping";

    private static final String LIST = "_instances";

    private final World world;
    private final Entity service;

    Instances(World world, Entity service) {
        this.world = world;
        this.service = service;
    }

    List<Entity> all() {
        return service.parts(LIST);
    }

    List<Entity> in(String phase) {
        return all().stream().filter(it -> it.text("phase").equals(phase)).toList();
    }

    /** Gives those of a version that serve or will. */
    List<Entity> living(String version) {
        return all().stream()
                .filter(it -> isLiving(it) && it.text("version").equals(version))
                .toList();
    }

    /** Gives those of other versions that serve or would. */
    List<Entity> outdated(String version) {
        return all().stream()
                .filter(it -> isLiving(it) && !it.text("version").equals(version))
                .toList();
    }

    static boolean isLiving(Entity instance) {
        return instance.text("phase").equals(STARTING) || instance.text("phase").equals(SERVING);
    }

    void start(String version, boolean healthy, Instant at) {
        String id = service.id() + "-" + Long.toString(0x10000 + world.state().next(), 36);
        service.list(LIST)
                .add(new MapNode(null)
                        .put("id", id)
                        .put("createdAt", at.toString())
                        .put("version", version)
                        .put("phase", STARTING));
        Duration wait = healthy ? world.timings().boot() : world.timings().healthTimeout();
        world.agenda().plan(at.plus(wait), healthy ? Due.READY : Due.UNHEALTHY, service.id(), id);
    }

    /** Takes an instance out of rotation and ends it when it has drained. */
    void retire(Entity instance, Instant at) {
        end(instance, DRAINING, at.plus(world.timings().drain()));
    }

    /** Ends an instance at once. */
    void stop(Entity instance, Instant at) {
        end(instance, STOPPING, at);
    }

    private void end(Entity instance, String phase, Instant sigterm) {
        if (instance.text("phase").equals(STARTING)) {
            remove(instance.id());
            return;
        }
        instance.put("phase", phase);
        world.agenda().plan(sigterm.plus(shutdown()), Due.STOPPED, service.id(), instance.id());
    }

    private Duration shutdown() {
        Duration most = Duration.ofSeconds(service.part("serviceDetails").number("maxShutdownDelaySeconds", 30));
        Duration takes = world.timings().stop();
        return takes.compareTo(most) < 0 ? takes : most;
    }

    void remove(String id) {
        ListNode kept = new ListNode(null);
        all().stream().filter(it -> !it.id().equals(id)).forEach(it -> kept.add(it.tree()));
        service.put(LIST, kept);
    }

    void removeAll() {
        service.put(LIST, new ListNode(null));
    }
}
