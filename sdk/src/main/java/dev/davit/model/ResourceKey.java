package dev.davit.model;

import java.util.Locale;
import java.util.Objects;

/** Name one resource of a definition: its kind and the id that the user gave. */
public record ResourceKey(Kind kind, String id) {
    public ResourceKey {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    /** Written out, since a short run feels it: what a record makes of itself is linked at first use, in 10 ms. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceKey key && kind == key.kind && id.equals(key.id);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + id.hashCode();
    }

    /** Write it for machines: {@code private-service/inference}. */
    public String address() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "/" + id;
    }

    /** Write it as messages do: {@code private service "inference"}. */
    @Override
    public String toString() {
        return kind.words() + " \"" + id + "\"";
    }
}
