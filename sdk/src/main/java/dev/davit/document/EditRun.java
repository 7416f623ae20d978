package dev.davit.document;

import java.util.List;
import java.util.stream.Collectors;

/** Carry out one edit on one tree: first look, then write, so that a refused edit changes nothing. */
final class EditRun {
    private final Edit edit;
    private final Pointer path;

    EditRun(Edit edit) {
        this.edit = edit;
        this.path = edit.path();
    }

    void apply(MapNode root) {
        int last = path.steps().size() - 1;
        Node parent = root;
        for (int i = 0; i < last; i++) {
            if (parent instanceof MapNode map && map.get(path.steps().get(i)).isEmpty()) {
                parent = missing(map, i);
                break;
            }
            parent = child(parent, i);
        }
        if (parent instanceof MapNode map) {
            change(map, path.last());
        } else if (parent instanceof ListNode list) {
            change(list, ListStep.of(path.last()), last);
        } else {
            throw throughScalar(last);
        }
    }

    private Node child(Node parent, int index) {
        if (parent instanceof MapNode map) {
            return map.entries().get(path.steps().get(index));
        }
        if (parent instanceof ListNode list) {
            return list.get(find(list, ListStep.of(path.steps().get(index)), index));
        }
        throw throughScalar(index);
    }

    private MapNode missing(MapNode map, int from) {
        String here = shown(from);
        String name = path.steps().get(from);
        if (edit.op() != Edit.Op.SET) {
            throw refused(here + " has no \"" + name + "\"", known(map) + hint());
        }
        List<String> rest = path.steps().subList(from + 1, path.steps().size());
        if (rest.stream().anyMatch(step -> !(ListStep.of(step) instanceof ListStep.None))) {
            throw refused(
                    here + " has no \"" + name + "\", and items of lists are not made on the way",
                    "set " + path.first(from + 1) + " to the whole list or map");
        }
        MapNode parent = map;
        for (String step : path.steps().subList(from, path.steps().size() - 1)) {
            parent = parent.map(step, edit.why());
        }
        return parent;
    }

    private String hint() {
        return edit.op() == Edit.Op.ADD ? ", or use set, which makes missing maps" : "";
    }

    private void change(MapNode map, String key) {
        boolean there = map.get(key).isPresent();
        if (edit.op() == Edit.Op.REMOVE) {
            if (!there) {
                throw refused(shown(path.steps().size() - 1) + " has no \"" + key + "\"", known(map));
            }
            map.remove(key);
        } else if (there && edit.op() == Edit.Op.ADD) {
            throw refused("it is there already", "use set to replace it");
        } else {
            map.put(key, edit.value());
        }
    }

    private void change(ListNode list, ListStep step, int depth) {
        switch (edit.op()) {
            case SET -> set(list, step, depth);
            case ADD -> list.insert(place(list, step, depth), edit.value());
            case REMOVE -> list.remove(find(list, step, depth));
        }
    }

    private void set(ListNode list, ListStep step, int depth) {
        if (step instanceof ListStep.End) {
            list.add(edit.value());
        } else {
            list.set(find(list, step, depth), edit.value());
        }
    }

    private int place(ListNode list, ListStep step, int depth) {
        if (step instanceof ListStep.End) {
            return list.size();
        }
        if (step instanceof ListStep.Index at && at.index() <= list.size()) {
            return at.index();
        }
        throw refused(
                shown(depth) + " is a list of " + list.size() + " items and has no place \"" + path.last() + "\"",
                "give an index from 0 to " + list.size() + ", or - for the end");
    }

    private int find(ListNode list, ListStep step, int depth) {
        List<Integer> found = step.matches(list);
        if (found.size() == 1) {
            return found.get(0);
        }
        String what = shown(depth) + " is a list of " + list.size() + " items, and "
                + (found.isEmpty() ? "none" : "more than one") + " is \""
                + path.steps().get(depth) + "\"";
        throw refused(what, advice(list, step));
    }

    private static String advice(ListNode list, ListStep step) {
        if (step instanceof ListStep.Selector selector) {
            List<String> known = list.items().stream()
                    .filter(MapNode.class::isInstance)
                    .flatMap(item -> ((MapNode) item).get(selector.key()).stream())
                    .filter(ScalarNode.class::isInstance)
                    .map(value -> selector.key() + "=" + value)
                    .toList();
            return known.isEmpty() ? "no item has " + selector.key() + ", give an index" : oneOf(known);
        }
        return list.size() == 0
                ? "the list is empty, use - to put an item at its end"
                : "give an index below " + list.size() + ", or key=value of an item";
    }

    private static String known(MapNode map) {
        return map.isEmpty()
                ? "nothing is in it"
                : oneOf(List.copyOf(map.entries().keySet()));
    }

    private static String oneOf(List<String> names) {
        String shown = names.stream().limit(8).map(ScalarReader::shown).collect(Collectors.joining(", "));
        return "there is " + shown + (names.size() > 8 ? " and " + (names.size() - 8) + " more" : "");
    }

    private EditException throughScalar(int depth) {
        return refused(
                shown(depth) + " is neither a map nor a list, so nothing is below it",
                "shorten the path, or set " + shown(depth) + " to a map first");
    }

    private EditException refused(String why, String fix) {
        return new EditException(edit, why, fix);
    }

    private String shown(int depth) {
        return depth == 0 ? "the document" : path.first(depth).toString();
    }
}
