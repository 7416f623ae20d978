package dev.davit.render.sandbox;

import java.time.Instant;
import java.util.Optional;

/**
 * Lets happen what is due, each at its own moment and in order. It runs when somebody looks: a thread that waits for the next event
 * would make what a test sees depend on the machine's load.
 */
final class Simulation {
    private final World world;
    private final Deploys deploys;
    private final Stores stores;

    Simulation(World world, Deploys deploys, Stores stores) {
        this.world = world;
        this.deploys = deploys;
        this.stores = stores;
    }

    /** Catches up and says whether something happened. */
    boolean settle(Instant now) {
        boolean any = false;
        for (Optional<Entity> due = world.agenda().take(now);
                due.isPresent();
                due = world.agenda().take(now)) {
            happen(due.get());
            any = true;
        }
        world.state().time(now);
        return any;
    }

    private void happen(Entity due) {
        State state = world.state();
        Instant at = due.time("at").orElseThrow();
        String target = due.text("target");
        String detail = due.text("detail");
        switch (Due.valueOf(due.text("what"))) {
            case DEPLOY -> state.find(Kind.DEPLOY, target).ifPresent(it -> deploys.step(it, detail, at));
            case READY ->
                state.find(Kind.SERVICE, target)
                        .ifPresent(it -> deploys.rollout().ready(it, detail, at));
            case UNHEALTHY ->
                state.find(Kind.SERVICE, target)
                        .ifPresent(it -> deploys.rollout().unhealthy(it, detail, at));
            case STOPPED ->
                state.find(Kind.SERVICE, target)
                        .ifPresent(it -> deploys.rollout().stopped(it, detail, at));
            case STORE -> store(target).ifPresent(it -> stores.available(it, detail, at));
            case JOB -> state.find(Kind.JOB, target).ifPresent(it -> JobOperations.step(world, it, detail, at));
            case RUN -> state.find(Kind.RUN, target).ifPresent(it -> CronOperations.end(world, it, "successful", at));
        }
    }

    private Optional<Entity> store(String id) {
        return world.state().find(Kind.POSTGRES, id).or(() -> world.state().find(Kind.KEY_VALUE, id));
    }
}
