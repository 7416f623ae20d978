package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import dev.davit.k8s.ownership.Home;
import java.util.Optional;

/**
 * Tell of a live object what somebody asked for from what the server and its controllers added.
 *
 * <p>What is there counts as asked for, whoever set it, but for three things: what the server keeps for itself, what parts of the
 * cluster alone own, and a value that is the server's default and that nobody is known to have said.
 */
public final class Asked {
    private Asked() {}

    /** Give the object with nothing else in it. */
    public static MapNode of(MapNode live) {
        MapNode clean = Noise.without(live);
        ManagedFields managed = ManagedFields.of(live);
        FieldSet people = managed.of(entry -> !ofCluster(entry));
        for (Path path : managed.of(Asked::ofCluster).minus(people).paths()) {
            if (!people.touches(path) && path.parts().size() > 1) {
                clean = without(clean, path);
            }
        }
        return withoutMembership(Defaults.without(clean, Said.of(live), false));
    }

    private static boolean ofCluster(ManagedFields.Entry entry) {
        boolean aside = !entry.subresource().isEmpty() && !entry.subresource().equals("scale");
        return aside || Managers.isCluster(entry.manager());
    }

    private static MapNode without(MapNode object, Path path) {
        if (path.in(object).isEmpty()) {
            return object;
        }
        MapNode copy = object.copy();
        Removal.from(copy, path);
        return copy;
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
}
