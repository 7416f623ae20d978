package dev.davit.k8s.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Make of a tree all trees that are one small edit away: a field gone, changed or added, items gone, twice or in another order. */
final class Edits {
    private final MapNode tree;
    private final List<MapNode> edited = new ArrayList<>();

    private Edits(MapNode tree) {
        this.tree = tree;
    }

    static List<MapNode> of(MapNode tree) {
        Edits edits = new Edits(tree);
        edits.map(List.of(), tree);
        return edits.edited;
    }

    /** Edit a copy at the place that the steps lead to. */
    private void edit(List<Object> steps, Consumer<Node> edit) {
        MapNode copy = tree.copy();
        Node at = copy;
        for (Object step : steps) {
            at = step instanceof Integer index
                    ? ((ListNode) at).get(index)
                    : ((MapNode) at).get((String) step).orElseThrow();
        }
        edit.accept(at);
        edited.add(copy);
    }

    private void map(List<Object> here, MapNode map) {
        map.entries().forEach((name, value) -> {
            edit(here, it -> ((MapNode) it).remove(name));
            if (value instanceof ScalarNode scalar) {
                edit(here, it -> ((MapNode) it).put(name, other(scalar.value())));
            }
            below(here, name, value);
        });
        edit(here, it -> ((MapNode) it).put("extra", "value"));
    }

    private void list(List<Object> here, ListNode list) {
        for (int i = 0; i < list.size(); i++) {
            int index = i;
            edit(here, it -> ((ListNode) it).remove(index));
            edit(here, it -> ((ListNode) it).add(list.get(index).copy()));
            if (i > 0) {
                edit(here, it -> {
                    Node moved = ((ListNode) it).get(index);
                    ((ListNode) it).remove(index);
                    ((ListNode) it).insert(index - 1, moved);
                });
            }
            below(here, i, list.get(i));
        }
    }

    private void below(List<Object> here, Object step, Node value) {
        List<Object> there = new ArrayList<>(here);
        there.add(step);
        if (value instanceof MapNode map) {
            map(there, map);
        } else if (value instanceof ListNode list) {
            list(there, list);
        }
    }

    private static Object other(Object value) {
        if (value instanceof Boolean flag) {
            return !flag;
        }
        return value instanceof Long number ? number + 1 : value + "x";
    }
}
