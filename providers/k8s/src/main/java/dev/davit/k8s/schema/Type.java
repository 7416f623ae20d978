package dev.davit.k8s.schema;

import java.util.List;

/** Say what a field may hold. */
sealed interface Type {
    /** One value, with what limits it. */
    record One(Format format, Limits limits) implements Type {}

    /** A map with the fields of a definition. */
    record Defined(String definition) implements Type {}

    /** A map from keys that the user chooses. */
    record Entries(Format key, Type value) implements Type {}

    /** A list whose items may repeat. */
    record Items(Type item) implements Type {}

    /** A list of single values that must not repeat. */
    record Set(Type item) implements Type {}

    /** A list of maps, no two of which have the same keys. */
    record Keyed(Type item, List<Key> keys) implements Type {}

    /**
     * Name a field that tells the items of a list apart.
     *
     * @param absent what a missing field counts as; null if it must not be missing
     */
    record Key(String field, String absent) {}
}
