package dev.davit.plan;

import java.util.Objects;
import java.util.Optional;

/**
 * Name where a plan belongs.
 *
 * @param target the target's name
 * @param name the place for people: {@code context prod-eu, https://10.0.0.1:6443}
 * @param identity the place for machines: another cluster under the same name has another
 * @param context the name under which whoever connected has the place; another machine may have another for it, or the same for
 *     another place
 */
public record Place(String target, String name, String identity, Optional<String> context) {
    public Place {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(context, "context");
    }

    /** Name a place that nobody has a name of their own for. */
    public Place(String target, String name, String identity) {
        this(target, name, identity, Optional.empty());
    }

    /** Say whether both are one place, whatever they are called. */
    public boolean isSame(Place other) {
        return target.equals(other.target) && identity.equals(other.identity);
    }
}
