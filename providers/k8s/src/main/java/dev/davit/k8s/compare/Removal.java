package dev.davit.k8s.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;

/** Take fields out of objects. */
final class Removal {
    private Removal() {}

    /** Take a field out, if it is there. */
    static void from(Node object, Path path) {
        int last = path.parts().size() - 1;
        if (last < 0) {
            return;
        }
        Part part = path.parts().get(last);
        new Path(path.parts().subList(0, last)).in(object).ifPresent(parent -> remove(parent, path, object, part));
    }

    private static void remove(Node parent, Path path, Node object, Part part) {
        if (parent instanceof MapNode map && part instanceof Part.Name name) {
            map.remove(name.name());
        } else if (parent instanceof ListNode list) {
            path.in(object).ifPresent(item -> remove(list, item));
        }
    }

    private static void remove(ListNode list, Node item) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == item) {
                list.remove(i);
                return;
            }
        }
    }
}
