package dev.davit.model;

import dev.davit.Eviction;
import dev.davit.Size;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/** Describe a store that speaks the protocol of Redis and Valkey: a job queue's or a cache. */
@Immutable
public non-sealed interface KeyValueSpec extends Spec {
    /** Give the memory for keys and values; 256 MiB by default. */
    @Default
    default Size memory() {
        return Size.mib(256);
    }

    /** Give what is dropped when the memory is full; a job queue drops nothing, so it has none. */
    Optional<Eviction> eviction();

    /** Say whether the content survives a restart. */
    boolean persistent();

    @Override
    default Map<String, Object> properties() {
        return new Properties()
                .put("memory", memory())
                .put("eviction", eviction().map(Eviction::word).orElse("noeviction"))
                .put("persistent", persistent())
                .entries();
    }

    @Override
    default <R> R accept(SpecVisitor<R> visitor) {
        return visitor.keyValue(this);
    }

    /** Collect the parts of a store. */
    final class Builder extends ImmutableKeyValueSpec.Builder {}
}
