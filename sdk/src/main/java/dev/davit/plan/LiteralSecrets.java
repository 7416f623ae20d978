package dev.davit.plan;

import dev.davit.document.MapNode;
import dev.davit.model.DesiredObject;
import java.util.List;
import java.util.Optional;

/**
 * Finds values of secrets that a raw edit wrote into a wanted object. No target writes any, so looking at the one kind
 * whose purpose is to hold them is enough; that a literal elsewhere looks like a secret is a rule's to say.
 */
final class LiteralSecrets {
    private static final List<String> HOLDERS = List.of("data", "stringData");
    private static final String MASK = "(secret)";

    private LiteralSecrets() {}

    /** Gives the tree without the values, if there are any. */
    static Optional<MapNode> masked(MapNode tree) {
        if (!tree.getText("kind").equals(Optional.of("Secret"))
                || HOLDERS.stream().noneMatch(it -> holds(tree, it))) {
            return Optional.empty();
        }
        MapNode masked = tree.copy();
        HOLDERS.forEach(holder -> masked.getMap(holder)
                .ifPresent(values -> List.copyOf(values.entries().keySet()).forEach(key -> values.put(key, MASK))));
        return Optional.of(masked);
    }

    /** Finds the first object that holds such values, or held them before they were masked. */
    static Optional<DesiredObject> first(Wanted wanted) {
        return wanted.objects().stream()
                .filter(it -> masked(it.tree()).isPresent())
                .findFirst();
    }

    private static boolean holds(MapNode tree, String holder) {
        return tree.getMap(holder).stream()
                .flatMap(values -> values.entries().values().stream())
                .findAny()
                .isPresent();
    }
}
