package dev.davit.k8s.schema;

import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.Pointer;
import java.util.Optional;

/** Know where the walk is; the pointer is written only when something is wrong there. */
record Place(Place parent, String step, Node node) {
    static Place root(Node document) {
        return new Place(null, "", document);
    }

    Place child(String key, Node child) {
        return new Place(this, key, child);
    }

    Place child(int index, Node child) {
        return new Place(this, Integer.toString(index), child);
    }

    /** Give the JSON pointer; the document itself is the empty one. */
    String pointer() {
        return parent == null ? "" : parent.pointer() + "/" + Pointer.escape(step);
    }

    /** Give the origin of the node, or of the nearest one around it that has one. */
    Optional<Origin> origin() {
        return node.origin().or(() -> parent == null ? Optional.empty() : parent.origin());
    }
}
