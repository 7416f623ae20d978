package dev.davit.target;

import java.util.Objects;
import java.util.Optional;

/**
 * Say which place is meant.
 *
 * @param context the name of a context of the platform's own configuration; empty for the current one
 */
public record ConnectOptions(Optional<String> context) {
    public ConnectOptions {
        Objects.requireNonNull(context, "context");
    }
}
