package dev.davit;

import dev.davit.model.Attribute;
import dev.davit.model.ResourceKey;

/** Refer to a service that others can call over the private network. */
public abstract sealed class Service extends Handle permits WebService, PrivateService {
    Service(ResourceKey key) {
        super(key);
    }

    /** Refer to the host name inside the private network. */
    public final Value<String> host() {
        return text(Attribute.HOST);
    }

    /** Refer to the TCP port inside the private network. */
    public final Value<Integer> port() {
        return number(Attribute.PORT);
    }

    /** Refer to {@code host:port} inside the private network. */
    public final Value<String> hostPort() {
        return text(Attribute.HOST_PORT);
    }

    /** Give {@code http://host:port} inside the private network. */
    public final Value<String> url() {
        return Value.text("http://", hostPort());
    }

    /** Give {@code http://host:port} with a path, such as {@code url("/v1")}. */
    public final Value<String> url(String path) {
        return Value.text("http://", hostPort(), path.startsWith("/") ? path : "/" + path);
    }
}
