package dev.davit.render.sandbox;

import java.time.Duration;
import java.time.Instant;

/** Lets data stores take their time: to be made, to be changed and to restart. */
final class Stores {
    private final World world;

    Stores(World world) {
        this.world = world;
    }

    void create(Entity store, Instant at) {
        wait(store, "creating", world.timings().store(), at);
    }

    /** Makes it anew with other settings; a standby takes over for most of it, so that it is not down. */
    void change(Entity store, boolean standby, Instant at) {
        wait(store, "updating_instance", world.timings().store(), at);
        world.availability().record(store.id(), at, standby ? 1 : 0);
    }

    void restart(Entity store, Instant at) {
        wait(store, "config_restart", world.timings().storeRestart(), at);
        world.availability().record(store.id(), at, 0);
    }

    void suspend(Entity store, Instant at) {
        World.touch(store, at).put("status", "suspended");
        world.availability().record(store.id(), at, 0);
    }

    /** Notes that it is available, unless something else happened to it in between. */
    void available(Entity store, String planned, Instant at) {
        if (store.text("status").equals(planned)) {
            store.put("status", "available");
            world.availability().record(store.id(), at, 1);
        }
    }

    private void wait(Entity store, String status, Duration lasts, Instant at) {
        World.touch(store, at).put("status", status);
        world.agenda().forget(store.id());
        world.agenda().plan(at.plus(lasts), Due.STORE, store.id(), status);
    }
}
