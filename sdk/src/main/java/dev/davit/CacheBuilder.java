package dev.davit;

import dev.davit.model.KeyValueSpec;

/** Say what a cache can have. */
public final class CacheBuilder extends ResourceBuilder<CacheBuilder> {
    private final KeyValueSpec.Builder spec = new KeyValueSpec.Builder();
    private Eviction eviction = Eviction.ALLKEYS_LRU;
    private boolean persistent;

    CacheBuilder(Creation creation) {
        super(creation);
    }

    /** Give memory for keys and values; 256 MiB unless given. */
    public CacheBuilder memory(Size size) {
        record("memory", "memory", size);
        assign("memory", () -> spec.memory(size));
        return this;
    }

    /** Say what is dropped when the memory is full; the least recently used key unless given. */
    public CacheBuilder eviction(Eviction policy) {
        record("eviction", "eviction", policy);
        eviction = policy;
        return this;
    }

    /** Keep the content over a restart; it is lost unless asked for. */
    public CacheBuilder persistent() {
        record("persistent", "persistent");
        persistent = true;
        return this;
    }

    KeyValueSpec spec() {
        return spec.declaration(finish())
                .eviction(eviction)
                .persistent(persistent)
                .build();
    }
}
