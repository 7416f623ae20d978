package dev.davit.k8s.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.k8s.cluster.Kind;
import dev.davit.plan.ObjectKey;
import java.util.Optional;
import java.util.stream.Stream;

/** Read what all objects have. */
final class Objects {
    private Objects() {}

    static String text(MapNode object, String... path) {
        Node at = object;
        for (String name : path) {
            at = at instanceof MapNode map ? map.get(name).orElse(null) : null;
        }
        return at == null || at instanceof MapNode || at instanceof ListNode ? "" : String.valueOf(at);
    }

    static String name(MapNode object) {
        return text(object, "metadata", "name");
    }

    static String namespace(MapNode object) {
        return text(object, "metadata", "namespace");
    }

    static String uid(MapNode object) {
        return text(object, "metadata", "uid");
    }

    static String version(MapNode object) {
        return text(object, "metadata", "resourceVersion");
    }

    static String label(MapNode object, String name) {
        return text(object, "metadata", "labels", name);
    }

    static String annotation(MapNode object, String name) {
        return text(object, "metadata", "annotations", name);
    }

    /** Write the kind as {@link ObjectKey} does. */
    static String kind(MapNode object) {
        return Kind.key(object);
    }

    static ObjectKey key(MapNode object) {
        return new ObjectKey(kind(object), namespace(object), name(object));
    }

    static MapNode child(MapNode parent, String name) {
        return parent.getMap(name).orElseGet(() -> parent.map(name, null));
    }

    /** Copy a map; what is below is shared. */
    static MapNode shallow(MapNode map) {
        MapNode copy = new MapNode(null);
        map.entries().forEach(copy::put);
        return copy;
    }

    /** Give a map of a shallow copy to be changed: what it was a copy of keeps its own. */
    static MapNode own(MapNode copy, String name) {
        MapNode own = shallow(child(copy, name));
        copy.put(name, own);
        return own;
    }

    static Stream<MapNode> maps(MapNode parent, String list) {
        return parent.getList(list).map(ListNode::items).stream()
                .flatMap(items -> items.stream())
                .filter(MapNode.class::isInstance)
                .map(MapNode.class::cast);
    }

    /** Give the kind of the object that controls another, if one does. */
    static Optional<String> controller(MapNode object) {
        return object.getMap("metadata").stream()
                .flatMap(it -> maps(it, "ownerReferences"))
                .filter(it -> text(it, "controller").equals("true"))
                .map(it -> text(it, "kind") + " " + text(it, "name"))
                .findFirst();
    }
}
