package dev.davit.plan;

import dev.davit.document.Node;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Report a field of one of our objects that someone else set. It is left alone.
 *
 * @param path the field
 * @param value what it says, masked where it is secret
 * @param manager who set it
 * @param since when they last did, if the platform tells
 */
public record Foreign(String path, Node value, String manager, Optional<Instant> since) {
    public Foreign {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(manager, "manager");
        Objects.requireNonNull(since, "since");
    }
}
