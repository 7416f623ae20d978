package dev.davit;

import java.util.Objects;

/**
 * Hold a value that is known at synth.
 *
 * @param <T> what the value is
 */
public final class Literal<T> implements Value<T> {
    private final T value;

    Literal(T value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** Give the value itself. */
    public T value() {
        return value;
    }

    /** Hide the text: what a user pastes into a definition can be a secret. */
    @Override
    public String describe() {
        return "\"...\"";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Literal<?> literal && literal.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
