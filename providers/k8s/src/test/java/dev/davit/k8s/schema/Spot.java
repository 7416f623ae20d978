package dev.davit.k8s.schema;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Pointer;
import java.util.ArrayList;
import java.util.List;

/**
 * One node of a good document, with what the schema says of it.
 *
 * @param steps the way to it; empty for the document itself
 * @param required whether its map needs it
 */
record Spot(List<String> steps, Node node, Type type, boolean required) {
    /** Give every node of a document, from the outside in. */
    static List<Spot> in(MapNode document, Definitions definitions) {
        ManifestKind kind = definitions
                .kind(
                        document.getText("apiVersion").orElseThrow(),
                        document.getText("kind").orElseThrow())
                .orElseThrow();
        List<Spot> spots = new ArrayList<>();
        new Spot(List.of(), document, new Type.Defined(kind.definition()), true).collect(definitions, spots);
        return spots;
    }

    private void collect(Definitions definitions, List<Spot> spots) {
        spots.add(this);
        if (node instanceof MapNode map) {
            map.entries()
                    .forEach((key, child) -> child(key, child, map, definitions).collect(definitions, spots));
        } else if (node instanceof ListNode list) {
            for (int i = 0; i < list.size(); i++) {
                new Spot(with(Integer.toString(i)), list.get(i), item(), false).collect(definitions, spots);
            }
        }
    }

    private Spot child(String key, Node child, MapNode map, Definitions definitions) {
        if (type instanceof Type.Defined defined) {
            Field field = definitions.object(defined.definition()).fields().get(key);
            return new Spot(with(key), child, field.type(), field.required());
        }
        return new Spot(with(key), child, ((Type.Entries) type).value(), false);
    }

    private Type item() {
        if (type instanceof Type.Items items) {
            return items.item();
        }
        return type instanceof Type.Set set ? set.item() : ((Type.Keyed) type).item();
    }

    private List<String> with(String step) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(step);
        return longer;
    }

    /** Say whether every value is fine here. */
    boolean isAnything() {
        return type instanceof Type.One one && one.format() == Format.ANY;
    }

    String pointer() {
        return new Pointer(steps).toString();
    }

    String parent() {
        return new Pointer(steps.subList(0, steps.size() - 1)).toString();
    }
}
