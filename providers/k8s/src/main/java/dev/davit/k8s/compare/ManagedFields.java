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
    /** Hold what one manager owns. The fields are read when they are first asked for: most objects do not change, and nobody asks. */
    static final class Entry {
        private final String manager;
        private final boolean apply;
        private final String subresource;
        private final String version;
        private final MapNode entry;
        private FieldSet fields;

        private Entry(MapNode entry) {
            this.manager = entry.getText("manager").orElse("");
            this.apply = entry.getText("operation").orElse("").equals("Apply");
            this.subresource = entry.getText("subresource").orElse("");
            this.version = entry.getText("apiVersion").orElse("");
            this.entry = entry;
        }

        String manager() {
            return manager;
        }

        /** Say whether it applies; otherwise it updates. */
        boolean apply() {
            return apply;
        }

        /** Give the subresource it writes to; empty for the object itself. */
        String subresource() {
            return subresource;
        }

        /** Give the API version in which its fields are named. */
        String version() {
            return version;
        }

        /** Give when it last wrote, where the server keeps that. */
        Optional<Instant> time() {
            return entry.getText("time").flatMap(ManagedFields::instant);
        }

        FieldSet fields() {
            if (fields == null) {
                fields = FieldSet.read(entry.getMap("fieldsV1").orElse(new MapNode(null)));
            }
            return fields;
        }
    }

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
        return item instanceof MapNode map ? Optional.of(new Entry(map)) : Optional.empty();
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
