package dev.davit.render.blueprint;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import java.util.List;
import java.util.Set;

/** Takes out of an object what no call of the user's put there. */
final class Unsaid {
    /** Without the list Render refuses a store, and without its policy a queue is none. */
    private static final Set<String> KEPT = Set.of("ipAllowList", "maxmemoryPolicy");

    private Unsaid() {}

    static void remove(MapNode object) {
        boolean store = object.getText("type").filter("keyvalue"::equals).isPresent();
        boolean queue =
                object.getText("maxmemoryPolicy").filter("noeviction"::equals).isPresent();
        for (String key : List.copyOf(object.entries().keySet())) {
            boolean kept = store && KEPT.contains(key) && (queue || !key.equals("maxmemoryPolicy"));
            if (!kept && isUnsaid(object.get(key).orElseThrow())) {
                object.remove(key);
            }
        }
    }

    /** An entry is said whole or not at all: without its name a value would be nobody's. */
    private static boolean isWholly(Node node) {
        return isUnsaid(node.copy());
    }

    /** A map or list is as unsaid as all that is in it. */
    private static boolean isUnsaid(Node node) {
        if (node instanceof MapNode map && !map.isEmpty()) {
            for (String key : List.copyOf(map.entries().keySet())) {
                if (isUnsaid(map.get(key).orElseThrow())) {
                    map.remove(key);
                }
            }
            return map.isEmpty();
        }
        if (node instanceof ListNode list && list.size() > 0) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (isWholly(list.get(i))) {
                    list.remove(i);
                }
            }
            return list.size() == 0;
        }
        return node.origin()
                .map(Origin::kind)
                .filter(it -> it == Origin.Kind.DEFAULT || it == Origin.Kind.TARGET)
                .isPresent();
    }
}
