package dev.davit.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Collects properties in order; what is absent or empty is left out. */
final class Properties {
    private final Map<String, Object> entries = new LinkedHashMap<>();

    Properties put(String name, Object value) {
        boolean absent = value instanceof Optional<?> optional && optional.isEmpty()
                || value instanceof Collection<?> items && items.isEmpty();
        if (!absent) {
            entries.put(name, value instanceof Optional<?> optional ? optional.get() : value);
        }
        return this;
    }

    Properties putAll(String prefix, Map<String, ?> values) {
        values.forEach((name, value) -> put(prefix + "." + name, value));
        return this;
    }

    /** Gives each item a property of its own, since each was set by a call of its own. */
    <T> Properties putEach(String prefix, List<T> items, Function<T, String> name) {
        items.forEach(item -> put(prefix + "." + name.apply(item), item));
        return this;
    }

    Map<String, Object> entries() {
        return entries;
    }
}
