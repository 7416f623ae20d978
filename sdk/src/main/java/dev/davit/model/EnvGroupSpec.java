package dev.davit.model;

import java.util.Map;
import org.immutables.value.Value.Immutable;

/** Describe environment variables that several workloads share. */
@Immutable
public non-sealed interface EnvGroupSpec extends Spec {
    /** Give the variables in the user's order; plain text only, as on Render. */
    Map<String, String> env();

    @Override
    default Map<String, Object> properties() {
        return new Properties().putAll("env", env()).entries();
    }

    @Override
    default <R> R accept(SpecVisitor<R> visitor) {
        return visitor.envGroup(this);
    }

    /** Collect the parts of a group. */
    final class Builder extends ImmutableEnvGroupSpec.Builder {}
}
