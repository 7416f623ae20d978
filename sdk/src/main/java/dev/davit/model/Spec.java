package dev.davit.model;

import dev.davit.document.Origin;
import java.util.Map;

/** Describe one resource, resolved and without any target. */
public sealed interface Spec
        permits WorkloadSpec, StaticSiteSpec, KeyValueSpec, PostgresSpec, ModelSpec, EnvGroupSpec, SecretSpec {
    /** Give how the resource came to be. */
    Declaration declaration();

    /** Give every property with its plain value (text, number, boolean, list, map or {@code Value}), in a fixed order. */
    Map<String, Object> properties();

    /** Call the method of the visitor that fits the spec. */
    <R> R accept(SpecVisitor<R> visitor);

    /** Give kind and id. */
    default ResourceKey key() {
        return declaration().key();
    }

    /** Give the kind. */
    default Kind kind() {
        return key().kind();
    }

    /** Give the id; it is the live object's name, too. */
    default String id() {
        return key().id();
    }

    /** Give why a property has its value: the user's call, or the default set. */
    default Origin origin(String property) {
        return declaration().origin(property);
    }
}
