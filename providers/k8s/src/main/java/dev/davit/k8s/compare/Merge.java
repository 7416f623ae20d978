package dev.davit.k8s.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Guess what the server would make of an apply, where it cannot be asked: the wanted fields over the live ones, without those that were
 * ours and are no longer wanted.
 */
final class Merge {
    private Merge() {}

    static MapNode of(MapNode live, MapNode wanted, FieldSet ours, FieldSet shape) {
        MapNode kept = live.copy();
        for (Path path : ours.paths()) {
            if (path.in(wanted).isEmpty()) {
                Removal.from(kept, path);
            }
        }
        return (MapNode) over(kept, wanted, shape);
    }

    private static Node over(Node live, Node wanted, FieldSet shape) {
        if (live instanceof MapNode map && wanted instanceof MapNode wish) {
            wish.entries()
                    .forEach((name, value) -> map.put(
                            name,
                            map.get(name)
                                    .map(it -> over(it, value, shape.below(new Part.Name(name))))
                                    .orElseGet(value::copy)));
            return map;
        }
        if (live instanceof ListNode list
                && wanted instanceof ListNode wish
                && !shape.keys().isEmpty()) {
            return items(list, wish, shape);
        }
        return wanted.copy();
    }

    private static Node items(ListNode live, ListNode wanted, FieldSet shape) {
        List<String> keys = shape.keys();
        Map<Part, Node> items = Difference.keyed(Optional.of(live), keys);
        Difference.keyed(Optional.of(wanted), keys)
                .forEach((part, item) ->
                        items.merge(part, item.copy(), (there, wish) -> over(there, wish, shape.below(part))));
        ListNode all = new ListNode(null);
        items.values().forEach(all::add);
        return all;
    }
}
