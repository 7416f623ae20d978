package dev.davit.k8s.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Read who owns which fields of an object. */
record ManagedFields(List<Entry> entries) {
    /**
     * Hold what one manager owns.
     *
     * @param manager the name
     * @param apply whether it applies; otherwise it updates
     * @param subresource the subresource it writes to; empty for the object itself
     * @param time when it last did
     * @param fields what it owns
     */
    record Entry(String manager, boolean apply, String subresource, Optional<Instant> time, FieldSet fields) {}

    static ManagedFields of(MapNode object) {
        List<Entry> entries = new ArrayList<>();
        object.getMap("metadata")
                .flatMap(it -> it.getList("managedFields"))
                .map(ListNode::items)
                .orElse(List.of())
                .forEach(item -> entry(item).ifPresent(entries::add));
        return new ManagedFields(List.copyOf(entries));
    }

    private static Optional<Entry> entry(Node item) {
        return item instanceof MapNode map
                ? Optional.of(new Entry(
                        map.getText("manager").orElse(""),
                        map.getText("operation").orElse("").equals("Apply"),
                        map.getText("subresource").orElse(""),
                        map.getText("time").flatMap(ManagedFields::instant),
                        map.getMap("fieldsV1").map(FieldSet::read).orElse(FieldSet.EMPTY)))
                : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Give all that some managers own together. */
    FieldSet of(Predicate<Entry> which) {
        return entries.stream().filter(which).map(Entry::fields).reduce(FieldSet.EMPTY, FieldSet::union);
    }

    /** Give all that anyone owns: it tells which lists have keys, and which. */
    FieldSet all() {
        return of(entry -> true);
    }

    /** Give the entries that own a field, something below it, or what it is a part of. */
    List<Entry> ownersOf(Path path) {
        return entries.stream().filter(it -> it.fields().touches(path)).toList();
    }
}
