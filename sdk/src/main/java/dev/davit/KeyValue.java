package dev.davit;

import dev.davit.model.Attribute;
import dev.davit.model.ResourceKey;

/** Refer to a store that speaks the protocol of Redis and Valkey. */
public abstract sealed class KeyValue extends Handle permits JobQueue, Cache {
    KeyValue(ResourceKey key) {
        super(key);
    }

    /** Refer to {@code redis://...}, with the credentials that the platform made. */
    public final Value<String> url() {
        return text(Attribute.CONNECTION_STRING);
    }

    /** Refer to the host name inside the private network. */
    public final Value<String> host() {
        return text(Attribute.HOST);
    }

    /** Refer to the TCP port inside the private network. */
    public final Value<Integer> port() {
        return number(Attribute.PORT);
    }
}
