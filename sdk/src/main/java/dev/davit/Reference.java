package dev.davit;

import dev.davit.model.Attribute;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import java.util.Objects;

/**
 * Ask a resource for something that the platform knows: {@code jobs.url()}, {@code inference.host()}.
 *
 * @param <T> what the platform will answer
 */
public final class Reference<T> implements Value<T> {
    private final ResourceKey resource;
    private final Attribute attribute;

    Reference(ResourceKey resource, Attribute attribute) {
        this.resource = Objects.requireNonNull(resource, "resource");
        this.attribute = Objects.requireNonNull(attribute, "attribute");
    }

    /** Give the resource that is asked. */
    public ResourceKey resource() {
        return resource;
    }

    /** Give what it is asked for. */
    public Attribute attribute() {
        return attribute;
    }

    @Override
    public String describe() {
        boolean url = attribute == Attribute.CONNECTION_STRING && resource.kind() != Kind.POSTGRES;
        return JavaText.identifier(resource.id()) + "." + (url ? "url" : attribute.word()) + "()";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reference<?> reference
                && reference.resource.equals(resource)
                && reference.attribute == attribute;
    }

    @Override
    public int hashCode() {
        return Objects.hash(resource, attribute);
    }

    @Override
    public String toString() {
        throw new UnresolvedValueException(describe(), Caller.locate());
    }
}
