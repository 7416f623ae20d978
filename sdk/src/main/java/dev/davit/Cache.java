package dev.davit;

import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;

/** Refer to a store that evicts when it is full: not fit to hold jobs, so no worker consumes it. */
public final class Cache extends KeyValue {
    Cache(String id) {
        super(new ResourceKey(Kind.CACHE, id));
    }
}
