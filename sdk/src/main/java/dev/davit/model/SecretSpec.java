package dev.davit.model;

import java.util.Map;
import org.immutables.value.Value.Immutable;

/** Name a secret. No value, ever. */
@Immutable
public non-sealed interface SecretSpec extends Spec {
    /** Say whether the platform makes the value; otherwise a person gives it to the platform. */
    boolean generated();

    @Override
    default Map<String, Object> properties() {
        return new Properties().put("generated", generated()).entries();
    }

    @Override
    default <R> R accept(SpecVisitor<R> visitor) {
        return visitor.secret(this);
    }

    /** Collect the parts of a secret. */
    final class Builder extends ImmutableSecretSpec.Builder {}
}
