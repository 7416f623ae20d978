package dev.davit.cli.command;

import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/**
 * Holds what a command line says for one option or parameter.
 *
 * @param <T> the type that Picocli converts to, as {@link Syntax} says
 */
final class Argument<T> {
    private final ArgSpec spec;

    Argument(ArgSpec spec) {
        this.spec = spec;
    }

    /** Gives what was said, else the default; null where there is neither. */
    T get() {
        return spec.getValue();
    }

    /** Gives what was said, else the default. */
    Optional<T> given() {
        return Optional.ofNullable(get());
    }
}
