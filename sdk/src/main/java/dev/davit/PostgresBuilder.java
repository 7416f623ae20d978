package dev.davit;

import dev.davit.document.Origin;
import dev.davit.model.PostgresSpec;

/** Say what a Postgres database can have. */
public final class PostgresBuilder extends ResourceBuilder<PostgresBuilder> {
    private static final String NAME = "[a-z_][a-z0-9_]{0,62}";

    private final PostgresSpec.Builder spec = new PostgresSpec.Builder();

    PostgresBuilder(Creation creation) {
        super(creation);
    }

    PostgresBuilder(Creation creation, int version) {
        super(creation);
        positional("version");
        // The range of Render's Blueprint schema of 2026-10-02 whose images are still built for Kubernetes.
        boolean known = within(creation.origin(), "Postgres version " + version, version, 13, 18);
        spec.version(known ? version : 18);
    }

    /** Give space for data; 15 GiB unless given. It can grow later, never shrink. */
    public PostgresBuilder storage(Size size) {
        record("storage", "storage", size);
        assign("storage", () -> spec.storage(size));
        return this;
    }

    /** Give processor time; half a core unless given. */
    public PostgresBuilder cpu(Cpu amount) {
        record("cpu", "cpu", amount);
        assign("cpu", () -> spec.cpu(amount));
        return this;
    }

    /** Give memory; 1 GiB unless given. */
    public PostgresBuilder memory(Size size) {
        record("memory", "memory", size);
        assign("memory", () -> spec.memory(size));
        return this;
    }

    /** Name the database; the id with underscores unless given. It cannot change in place. */
    public PostgresBuilder database(String name) {
        if (named(record("database", "database", name), name)) {
            assign("database", () -> spec.database(name));
        }
        return this;
    }

    /** Name the user that owns the database; the database's name unless given. It cannot change in place. */
    public PostgresBuilder user(String name) {
        if (named(record("user", "user", name), name)) {
            assign("user", () -> spec.user(name));
        }
        return this;
    }

    /** Keep a standby that takes over when the server fails. */
    public PostgresBuilder highAvailability() {
        record("highAvailability", "highAvailability");
        assign("highAvailability", () -> spec.highAvailability(true));
        return this;
    }

    private boolean named(Origin origin, String name) {
        boolean valid = name.matches(NAME);
        if (!valid) {
            refuse(
                    origin,
                    JavaText.quoted(name) + " is no name for a database or its user",
                    "Postgres takes lower-case letters, digits and _ without quotes, at most 63, not starting with a digit",
                    "rename it");
        }
        return valid;
    }

    PostgresSpec spec() {
        return spec.declaration(finish()).build();
    }
}
