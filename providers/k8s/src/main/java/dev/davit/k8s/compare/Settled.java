package dev.davit.k8s.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Prove from the server's own record that an apply would change nothing.
 *
 * <p>The record of our last apply names the fields that it set. Where those are just the fields that are wanted now, and each has the
 * wanted value, an apply has nothing to set, to take out or to dispute, and its dry run need not be asked for. Any doubt (other fields,
 * another version, values written otherwise, another order of items, a tool that has to hand over) is no proof, and the server is asked.
 *
 * <p>A store of earlier dry runs would spare as many requests, but it goes stale, and a fresh machine in CI has none.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/">Server-Side Apply</a>
 */
final class Settled {
    private Settled() {}

    /** Say whether an apply of the wanted object would leave the live one as it is. */
    static boolean is(MapNode wanted, MapNode live, ManagedFields managed) {
        List<ManagedFields.Entry> ours =
                managed.entries().stream().filter(Managers::isOurs).toList();
        String version = Objects.text(wanted, "apiVersion");
        return ours.size() == 1
                && ours.get(0).version().equals(version)
                && Objects.text(live, "apiVersion").equals(version)
                && managed.entries().stream().noneMatch(Managers::isLegacy)
                && Comparing.leaving(live).isEmpty()
                && isMap(ours.get(0).fields(), withoutIdentity(wanted), live);
    }

    /** An apply does not record what names the object. Source: apimachinery's {@code managedfields/internal/stripmeta.go}. */
    private static MapNode withoutIdentity(MapNode wanted) {
        MapNode rest = Objects.shallow(wanted);
        rest.remove("apiVersion");
        rest.remove("kind");
        wanted.getMap("metadata").ifPresent(metadata -> {
            MapNode described = Objects.shallow(metadata);
            described.remove("name");
            described.remove("namespace");
            rest.put("metadata", described);
        });
        return rest;
    }

    private static boolean isSame(FieldSet recorded, Node wanted, Node live) {
        if (recorded.isLeaf()) {
            return recorded.isMember() && wanted.equals(live);
        }
        if (wanted instanceof MapNode map && live instanceof MapNode there) {
            return !recorded.isMember() && isMap(recorded, map, there);
        }
        return wanted instanceof ListNode list
                && live instanceof ListNode there
                && (recorded.isSet() ? isSet(recorded, list, there) : isKeyed(recorded, list, there));
    }

    private static boolean isMap(FieldSet recorded, MapNode wanted, MapNode live) {
        if (recorded.children().size() != wanted.entries().size()) {
            return false;
        }
        for (Map.Entry<String, Node> field : wanted.entries().entrySet()) {
            FieldSet below = recorded.below(new Part.Name(field.getKey()));
            Optional<Node> there = live.get(field.getKey());
            if (there.isEmpty() || !isSame(below, field.getValue(), there.get())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKeyed(FieldSet recorded, ListNode wanted, ListNode live) {
        List<String> keys = recorded.keys();
        if (keys.isEmpty() || recorded.children().size() != wanted.size()) {
            return false;
        }
        Map<Part, Node> wish = Difference.keyed(Optional.of(wanted), keys);
        Map<Part, Node> there = Difference.keyed(Optional.of(live), keys);
        return wish.size() == wanted.size()
                && isInOrder(List.copyOf(wish.keySet()), List.copyOf(there.keySet()))
                && wish.entrySet().stream().allMatch(item -> {
                    FieldSet below = recorded.below(item.getKey());
                    return below.isMember()
                            && item.getValue() instanceof MapNode map
                            && there.get(item.getKey()) instanceof MapNode other
                            && isMap(below, map, other);
                });
    }

    private static boolean isSet(FieldSet recorded, ListNode wanted, ListNode live) {
        return recorded.children().size() == wanted.size()
                && IntStream.range(0, wanted.size())
                        .allMatch(i -> recorded.below(
                                        new Part.Value(wanted.items().get(i)))
                                .isMember())
                && isInOrder(wanted.items(), live.items());
    }

    /** What others have put between ours does not matter; how ours follow each other does. */
    private static boolean isInOrder(List<?> wanted, List<?> live) {
        return live.stream().filter(wanted::contains).toList().equals(wanted);
    }
}
