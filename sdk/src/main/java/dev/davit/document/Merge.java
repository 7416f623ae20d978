package dev.davit.document;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Collect what merge keys bring into one map; source: https://yaml.org/type/merge.html. What the map has itself goes before it,
 * and what comes first before what comes later.
 */
final class Merge {
    private final EventSource source;
    private final List<MapNode> maps = new ArrayList<>();

    Merge(EventSource source) {
        this.source = source;
    }

    static boolean isKey(Event event) {
        return event instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getValue().equals("<<");
    }

    void add(Event at, Node value) {
        if (value instanceof MapNode map) {
            maps.add(map);
        } else if (value instanceof ListNode list && list.items().stream().allMatch(MapNode.class::isInstance)) {
            list.forEach(it -> maps.add((MapNode) it));
        } else {
            throw source.refused(
                    at,
                    "the merge key << with something that is no map",
                    "it takes a map, an alias of one, or a list of these",
                    "write the keys out");
        }
    }

    void into(MapNode map) {
        maps.forEach(merged -> merged.entries().forEach((key, value) -> {
            if (!map.has(key)) {
                map.put(key, value);
            }
        }));
    }
}
