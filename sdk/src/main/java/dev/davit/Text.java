package dev.davit;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Hold text made of literals, references and secrets. */
public final class Text implements Value<String> {
    private final List<Value<?>> parts;

    Text(List<Value<?>> parts) {
        this.parts = parts.stream()
                .flatMap(part -> part instanceof Text text ? text.parts.stream() : java.util.stream.Stream.of(part))
                .collect(Collectors.toUnmodifiableList());
    }

    /** Give the parts in order; none of them is text made of parts. */
    public List<Value<?>> parts() {
        return parts;
    }

    @Override
    public String describe() {
        return parts.stream().map(Value::describe).collect(Collectors.joining(", ", "Value.text(", ")"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && text.parts.equals(parts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(parts);
    }

    @Override
    public String toString() {
        throw new UnresolvedValueException(describe(), Caller.locate());
    }
}
