package dev.davit.plan;

import java.util.Comparator;
import java.util.Objects;

/**
 * Name one live object of a target.
 *
 * @param kind the platform's word for its kind, with the API group where there are groups: {@code Deployment.apps},
 *     {@code Service}, {@code web}
 * @param scope the namespace; empty where there is none
 * @param name the object's name
 */
public record ObjectKey(String kind, String scope, String name) implements Comparable<ObjectKey> {
    private static final Comparator<ObjectKey> ORDER = Comparator.comparing(ObjectKey::scope)
            .thenComparing(ObjectKey::kind)
            .thenComparing(ObjectKey::name);

    public ObjectKey {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(name, "name");
    }

    /** Written out as in {@link dev.davit.model.ResourceKey}. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectKey key
                && name.equals(key.name)
                && kind.equals(key.kind)
                && scope.equals(key.scope);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * kind.hashCode() + scope.hashCode()) + name.hashCode();
    }

    /** Give the kind without its group: {@code Deployment}. */
    public String shortKind() {
        int dot = kind.indexOf('.');
        return dot < 0 ? kind : kind.substring(0, dot);
    }

    /** Write it for people: {@code Deployment shop/web}. */
    @Override
    public String toString() {
        return shortKind() + " " + (scope.isEmpty() ? "" : scope + "/") + name;
    }

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }
}
