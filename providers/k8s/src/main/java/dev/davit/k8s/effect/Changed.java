package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import java.util.Set;
import java.util.TreeSet;

/** Names what differs between two objects: {@code spec.replicas}, {@code data}. */
final class Changed {
    private static final Set<String> ABOUT = Set.of("apiVersion", "kind", "metadata", "status");

    private Changed() {}

    /** Gives the fields that differ, those of the spec one by one; metadata and status are no such field. */
    static Set<String> fields(MapNode live, MapNode after) {
        Set<String> changed = new TreeSet<>(entries(live, after));
        changed.removeAll(ABOUT);
        if (changed.remove("spec")) {
            entries(Fields.map(live, "spec"), Fields.map(after, "spec")).forEach(name -> changed.add("spec." + name));
        }
        return changed;
    }

    /** Gives the keys under which two maps differ. */
    static Set<String> entries(MapNode before, MapNode after) {
        Set<String> keys = new TreeSet<>(before.entries().keySet());
        keys.addAll(after.entries().keySet());
        keys.removeIf(key -> before.get(key).equals(after.get(key)));
        return keys;
    }
}
