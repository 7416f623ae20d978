package dev.davit.model;

/**
 * Handle every shape of spec; a new shape does not compile until each target handles it.
 *
 * @param <R> what handling gives
 */
public interface SpecVisitor<R> {
    R workload(WorkloadSpec spec);

    R staticSite(StaticSiteSpec spec);

    R keyValue(KeyValueSpec spec);

    R postgres(PostgresSpec spec);

    R model(ModelSpec spec);

    R envGroup(EnvGroupSpec spec);

    R secret(SecretSpec spec);
}
