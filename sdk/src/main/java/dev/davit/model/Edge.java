package dev.davit.model;

import dev.davit.document.Origin;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Say that one resource needs another.
 *
 * @param from the resource that needs
 * @param to the resource that is needed
 * @param use what for
 * @param attribute what is asked of it, for a reference
 * @param origin the user's call that made the edge
 */
public record Edge(ResourceKey from, ResourceKey to, Use use, Optional<Attribute> attribute, Origin origin) {
    /** Name what a resource needs another for. */
    public enum Use {
        /** It reads one of the other's attributes. */
        REFERENCE,
        /** It reads the secret. */
        SECRET,
        /** It reads the group of environment variables. */
        ENV_GROUP,
        /** It takes jobs from the queue. */
        CONSUMES,
        /** It serves the model. */
        SERVES,
        /** It starts only after the job has run. */
        PRE_DEPLOY
    }

    public Edge {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(origin, "origin");
    }

    /** Find the edges that the specs imply, in their order. */
    public static List<Edge> of(List<Spec> specs) {
        return Edges.of(specs);
    }

    /** Say whether {@code to} must be there before {@code from} can start. */
    public boolean orders() {
        return attribute.map(Attribute::ordersResources).orElse(true);
    }

    /** Say whether {@code from} opens network connections to {@code to}. */
    public boolean connects() {
        return use == Use.CONSUMES
                || attribute
                        .filter(it -> it.ordersResources() && it != Attribute.PATH)
                        .isPresent();
    }
}
