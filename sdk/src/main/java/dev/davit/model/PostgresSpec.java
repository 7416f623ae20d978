package dev.davit.model;

import dev.davit.Cpu;
import dev.davit.Size;
import java.util.Map;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/** Describe a Postgres database. */
@Immutable
public non-sealed interface PostgresSpec extends Spec {
    /** Give the major version, 17 by default; it cannot change in place. */
    @Default
    default int version() {
        return 17;
    }

    /** Give the space for data; 15 GiB by default. It can grow, never shrink. */
    @Default
    default Size storage() {
        return Size.gib(15);
    }

    /** Give the processor time; half a core by default. */
    @Default
    default Cpu cpu() {
        return Cpu.millis(500);
    }

    /** Give the memory; 1 GiB by default. */
    @Default
    default Size memory() {
        return Size.gib(1);
    }

    /** Give the name of the database; by default the id with underscores. */
    @Default
    default String database() {
        return id().replace('-', '_');
    }

    /** Give the user that owns the database; by default the same name. */
    @Default
    default String user() {
        return database();
    }

    /** Say whether a standby takes over when the server fails. */
    @Default
    default boolean highAvailability() {
        return false;
    }

    @Override
    default Map<String, Object> properties() {
        return new Properties()
                .put("version", version())
                .put("storage", storage())
                .put("cpu", cpu())
                .put("memory", memory())
                .put("database", database())
                .put("user", user())
                .put("highAvailability", highAvailability())
                .entries();
    }

    @Override
    default <R> R accept(SpecVisitor<R> visitor) {
        return visitor.postgres(this);
    }

    /** Collect the parts of a database. */
    final class Builder extends ImmutablePostgresSpec.Builder {}
}
