package dev.davit.render.sandbox;

import java.util.List;

/** Puts resources into environments. */
final class Placement {
    static final List<Kind> PLACED = List.of(Kind.SERVICE, Kind.POSTGRES, Kind.KEY_VALUE, Kind.ENV_GROUP);

    private final World world;

    Placement(World world) {
        this.world = world;
    }

    /** Puts a resource into an environment; an empty id is none. */
    void place(Entity resource, String environment) {
        if (!environment.isEmpty()) {
            world.state().get(Kind.ENVIRONMENT, environment);
            resource.put("environmentId", environment);
        }
    }

    List<Entity> in(Kind kind, String environment) {
        return world.state().where(kind, "environmentId", environment);
    }

    boolean isEmpty(String environment) {
        return PLACED.stream().allMatch(it -> in(it, environment).isEmpty());
    }
}
