package dev.davit;

import java.util.Locale;

/** Say what a cache drops when its memory is full; the policies of Redis and Valkey, but for {@code noeviction}. */
public enum Eviction {
    ALLKEYS_LRU,
    ALLKEYS_LFU,
    ALLKEYS_RANDOM,
    VOLATILE_LRU,
    VOLATILE_LFU,
    VOLATILE_RANDOM,
    VOLATILE_TTL;

    /** Write the policy as the store does: {@code allkeys-lru}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
