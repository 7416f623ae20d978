package dev.davit.render.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

/** Holds what every part of the sandbox needs: what is known, what is planned and how things behave. */
final class World {
    private final State state;
    private final Agenda agenda;
    private final AvailabilityLog availability;
    private final Logs logs;
    private final Events events;
    private final SandboxOptions options;

    World(State state, SandboxOptions options) {
        this.state = state;
        this.agenda = new Agenda(state);
        this.availability = new AvailabilityLog(state);
        this.logs = new Logs(this);
        this.events = new Events(this);
        this.options = options;
    }

    State state() {
        return state;
    }

    /** Gives the one workspace. */
    Entity owner() {
        return state.all(Kind.OWNER).iterator().next();
    }

    Agenda agenda() {
        return agenda;
    }

    AvailabilityLog availability() {
        return availability;
    }

    Logs logs() {
        return logs;
    }

    Events events() {
        return events;
    }

    Timings timings() {
        return options.timings();
    }

    Program program() {
        return options.program();
    }

    Overlap overlap() {
        return options.overlap();
    }

    /**
     * Makes 256 bits in base64, as {@code generateValue} does; source: https://render.com/docs/blueprint-spec. From a counter and
     * not by chance, so that two runs of a test can be compared; nothing that the sandbox guards is a real secret.
     */
    String secret() {
        try {
            byte[] seed = ("davit sandbox " + state.next()).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(seed));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Notes that a thing has changed. */
    static Entity touch(Entity entity, Instant now) {
        return entity.put("updatedAt", now);
    }

    /** Makes a thing with an id, times and a name. */
    Entity newEntity(Kind kind, Instant now) {
        return Entity.empty().put("id", state.newId(kind)).put("createdAt", now).put("updatedAt", now);
    }
}
