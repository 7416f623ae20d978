package dev.davit.k8s.compare;

import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Tells of the fields of a live object whether somebody said them, and not only the server by its defaults: by what was applied on the
 * server's side, and by the record that {@code kubectl apply} keeps.
 */
final class Said {
    /** By these the items of lists are told apart. */
    private static final List<String> KEYS =
            List.of("name", "mountPath", "devicePath", "containerPort", "port", "ip", "topologyKey", "key");

    private final Optional<Node> record;
    private final FieldSet applied;

    private Said(Optional<Node> record, FieldSet applied) {
        this.record = record;
        this.applied = applied;
    }

    /** Knows nothing: what looks like a default is one. */
    static Said nothing() {
        return new Said(Optional.empty(), FieldSet.EMPTY);
    }

    static Said of(MapNode live) {
        String text = Objects.annotation(live, Noise.LAST_APPLIED);
        Optional<Node> record = text.isEmpty()
                ? Optional.empty()
                : Optional.of(Json.read(Noise.LAST_APPLIED, text.getBytes(StandardCharsets.UTF_8)));
        return new Said(
                record,
                ManagedFields.of(live)
                        .of(entry -> entry.apply() && entry.subresource().isEmpty()));
    }

    boolean is() {
        return record.isPresent() || !applied.isEmpty();
    }

    Said below(String name) {
        return new Said(
                record.filter(MapNode.class::isInstance).flatMap(it -> ((MapNode) it).get(name)),
                applied.below(new Part.Name(name)));
    }

    /** Finds what was said of an item; what has none of the usual keys is told by its place. */
    Said item(Node item, int place) {
        FieldSet set = applied.children().entrySet().stream()
                .filter(it -> it.getKey() instanceof Part.Key key && Path.isItem(item, key.fields())
                        || it.getKey() instanceof Part.Index index && index.index() == place)
                .map(it -> it.getValue())
                .findFirst()
                // A list without keys was said as a whole.
                .orElse(applied.isLeaf() ? applied : FieldSet.EMPTY);
        return new Said(
                record.filter(ListNode.class::isInstance).flatMap(it -> counterpart(item, (ListNode) it, place)), set);
    }

    private static Optional<Node> counterpart(Node item, ListNode record, int place) {
        if (item instanceof MapNode map) {
            for (String key : KEYS) {
                Optional<Node> value = map.get(key);
                if (value.isPresent()) {
                    return record.items().stream()
                            .filter(it -> it instanceof MapNode other
                                    && other.get(key).equals(value))
                            .findFirst();
                }
            }
        }
        return place < record.size() ? Optional.of(record.get(place)) : Optional.empty();
    }
}
