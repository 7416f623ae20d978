package dev.davit.model;

import java.util.Locale;
import java.util.Objects;

/** Name one resource of a definition: its kind and the id that the user gave. */
public record ResourceKey(Kind kind, String id) {
    public ResourceKey {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
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
