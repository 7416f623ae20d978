package dev.davit.render.sandbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Keeps what will happen and when. It is part of the state, so that a deploy under way goes on after a restart. */
final class Agenda {
    private static final Comparator<Entity> ORDER = Comparator.<Entity, Instant>comparing(
                    it -> it.time("at").orElseThrow())
            .thenComparing(Entity::id);

    private final State state;

    Agenda(State state) {
        this.state = state;
    }

    /**
     * Plans an event.
     *
     * @param what who reacts to it
     * @param target the id of the thing that it happens to
     * @param detail what the reaction needs to know
     */
    void plan(Instant at, Due what, String target, String detail) {
        state.put(
                Kind.DUE,
                Entity.empty()
                        .put("id", state.newId(Kind.DUE))
                        .put("at", at)
                        .put("what", what.name())
                        .put("target", target)
                        .put("detail", detail));
    }

    /** Takes the next event that is due, if there is one. */
    Optional<Entity> take(Instant now) {
        Optional<Entity> next = state.all(Kind.DUE).stream()
                .filter(it -> !it.time("at").orElseThrow().isAfter(now))
                .min(ORDER);
        next.ifPresent(it -> state.remove(Kind.DUE, it.id()));
        return next;
    }

    /** Forgets what is planned for a thing that is no more. */
    void forget(String target) {
        state.where(Kind.DUE, "target", target).forEach(it -> state.remove(Kind.DUE, it.id()));
    }
}
