package dev.davit.plan;

import java.util.Objects;

/**
 * Name where a plan belongs.
 *
 * @param target the target's name
 * @param name the place for people: {@code context prod-eu, https://10.0.0.1:6443}
 * @param identity the place for machines: another cluster under the same name has another
 */
public record Place(String target, String name, String identity) {
    public Place {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(identity, "identity");
    }
}
