package dev.davit.k8s.compare;

import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.k8s.ownership.Home;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tell of a live object what somebody asked for from what the server, its defaults and its controllers added.
 *
 * <p>The server knows it exactly where an object was applied on its side; {@code kubectl apply} without that leaves a record of its
 * own. Of all other objects everything counts as asked for, but what {@link Defaults} knows.
 */
public final class Asked {
    private static final List<String> IDENTITY = List.of("name", "namespace");
    private static final Set<String> KEYS =
            Set.of("name", "mountPath", "port", "containerPort", "devicePath", "ip", "topologyKey");

    private Asked() {}

    /** Give the object with nothing else in it; the values are the live ones. */
    public static MapNode of(MapNode live) {
        MapNode clean = Noise.without(live);
        FieldSet applied = ManagedFields.of(live)
                .of(entry -> entry.apply() && entry.subresource().isEmpty());
        Optional<MapNode> record = record(live);
        // What a Secret holds stays where it is, so only its keys count, however they came.
        if (record.isEmpty() && applied.isEmpty() || Objects.kind(live).equals("Secret")) {
            return withoutMembership(Defaults.without(clean, false));
        }
        MapNode asked = new MapNode(null);
        record.ifPresent(it -> merge(asked, restricted(clean, it)));
        merge(asked, extracted(clean, applied));
        for (String field : List.of("apiVersion", "kind")) {
            clean.get(field).ifPresent(it -> asked.put(field, it));
        }
        MapNode metadata = Objects.child(asked, "metadata");
        clean.getMap("metadata")
                .ifPresent(it ->
                        IDENTITY.forEach(field -> it.get(field).ifPresent(value -> metadata.put(field, value))));
        return withoutMembership(ordered(asked, clean));
    }

    private static Optional<MapNode> record(MapNode live) {
        String text = Objects.annotation(live, Noise.LAST_APPLIED);
        return text.isEmpty()
                        || !(Json.read(Noise.LAST_APPLIED, text.getBytes(StandardCharsets.UTF_8))
                                instanceof MapNode map)
                ? Optional.empty()
                : Optional.of(Noise.without(map));
    }

    /** Whose stack an object is in is said by who applies it. */
    private static MapNode withoutMembership(MapNode object) {
        Optional<MapNode> labels = object.getMap("metadata").flatMap(it -> it.getMap("labels"));
        if (labels.isEmpty() || !labels.get().has(Home.MEMBER)) {
            return object;
        }
        MapNode copy = Objects.shallow(object);
        MapNode metadata = Objects.own(copy, "metadata");
        MapNode own = Objects.own(metadata, "labels");
        own.remove(Home.MEMBER);
        if (own.isEmpty()) {
            metadata.remove("labels");
        }
        return copy;
    }

    /** Gives the fields that a record has, as they are now. */
    private static MapNode restricted(MapNode live, MapNode record) {
        MapNode kept = new MapNode(null);
        live.entries()
                .forEach((name, now) -> record.get(name).ifPresent(said -> kept.put(name, restricted(now, said))));
        return kept;
    }

    private static Node restricted(Node now, Node said) {
        if (now instanceof MapNode map && said instanceof MapNode record) {
            return restricted(map, record);
        }
        if (now instanceof ListNode list && said instanceof ListNode record) {
            ListNode kept = new ListNode(null);
            for (int i = 0; i < list.size(); i++) {
                Node item = list.get(i);
                kept.add(counterpart(item, record, i)
                        .map(it -> restricted(item, it))
                        .orElse(item));
            }
            return kept;
        }
        return now;
    }

    private static Optional<Node> counterpart(Node item, ListNode record, int place) {
        if (item instanceof MapNode map) {
            for (String key : KEYS) {
                Optional<Node> value = map.get(key);
                if (value.isPresent()) {
                    Optional<Node> same = record.items().stream()
                            .filter(it -> it instanceof MapNode other
                                    && other.get(key).equals(value))
                            .findFirst();
                    if (same.isPresent()) {
                        return same;
                    }
                }
            }
        }
        return place < record.size() ? Optional.of(record.get(place)) : Optional.empty();
    }

    /** Gives the fields of a set. */
    private static Node extracted(Node live, FieldSet fields) {
        return fields.isLeaf()
                ? live
                : live instanceof MapNode map
                        ? extracted(map, fields)
                        : live instanceof ListNode list ? extracted(list, fields) : live;
    }

    private static MapNode extracted(MapNode live, FieldSet fields) {
        MapNode kept = new MapNode(null);
        fields.children().forEach((part, below) -> {
            if (part instanceof Part.Name name) {
                live.get(name.name()).ifPresent(it -> kept.put(name.name(), extracted(it, below)));
            }
        });
        return kept;
    }

    private static ListNode extracted(ListNode live, FieldSet fields) {
        ListNode kept = new ListNode(null);
        for (int i = 0; i < live.size(); i++) {
            Node item = live.get(i);
            int place = i;
            fields.children().entrySet().stream()
                    .filter(it -> names(it.getKey(), item, place))
                    .findFirst()
                    .ifPresent(it -> kept.add(withKeys(it, item)));
        }
        return kept;
    }

    private static boolean names(Part part, Node item, int place) {
        return part instanceof Part.Key key && Path.isItem(item, key.fields())
                || part instanceof Part.Value value && Same.values(item, value.value())
                || part instanceof Part.Index index && index.index() == place;
    }

    private static Node withKeys(Map.Entry<Part, FieldSet> named, Node item) {
        Node kept = extracted(item, named.getValue());
        if (named.getKey() instanceof Part.Key key && kept instanceof MapNode map && item instanceof MapNode live) {
            // The protocol of a port is a key that the server fills in.
            key.fields().entries().keySet().stream()
                    .filter(it -> !it.equals("protocol"))
                    .forEach(it -> live.get(it).ifPresent(value -> map.put(it, value)));
        }
        return kept;
    }

    private static void merge(MapNode into, MapNode more) {
        more.entries().forEach((name, value) -> {
            Optional<Node> there = into.get(name);
            if (there.isPresent() && there.get() instanceof MapNode map && value instanceof MapNode other) {
                MapNode copy = Objects.shallow(map);
                merge(copy, other);
                into.put(name, copy);
            } else if (there.isEmpty()
                    || there.get() instanceof ListNode list
                            && value instanceof ListNode other
                            && other.size() > list.size()) {
                into.put(name, value);
            }
        });
    }

    /** Keys in the order in which the server gives them. */
    private static MapNode ordered(MapNode object, MapNode order) {
        MapNode sorted = new MapNode(null);
        order.entries()
                .forEach((name, like) -> object.get(name)
                        .ifPresent(it -> sorted.put(
                                name,
                                it instanceof MapNode map && like instanceof MapNode other
                                        ? ordered(map, other)
                                        : it)));
        return sorted;
    }
}
