package dev.davit.model;

import dev.davit.document.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Say how a resource came to be: which lines of the user's created it and set what.
 *
 * @param key kind and id
 * @param created the call that created it
 * @param calls for each property that the user set, the call that set it last
 * @param acknowledgements rules that the user mutes for it
 * @param movedFrom the id that it had before
 * @param component the components that it was made in, outermost first
 */
public record Declaration(
        ResourceKey key,
        Origin created,
        Map<String, Origin> calls,
        List<Acknowledgement> acknowledgements,
        Optional<String> movedFrom,
        List<String> component) {
    private static final Origin DEFAULTS = Origin.defaultSet("default set 1");

    public Declaration {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(created, "created");
        calls = Collections.unmodifiableMap(new LinkedHashMap<>(calls));
        acknowledgements = List.copyOf(acknowledgements);
        component = List.copyOf(component);
    }

    /**
     * Give the call that set a property; the default set where the user left it open. For what is set item by item, such as
     * {@code env}, the call that set the first item.
     */
    public Origin origin(String property) {
        return call(property).orElse(DEFAULTS);
    }

    /** Say whether the user set a property, or one of its items. */
    public boolean sets(String property) {
        return call(property).isPresent();
    }

    private Optional<Origin> call(String property) {
        if (calls.containsKey(property)) {
            return Optional.of(calls.get(property));
        }
        return calls.entrySet().stream()
                .filter(it -> it.getKey().startsWith(property + "."))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
