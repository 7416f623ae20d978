package dev.davit.k8s.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Pointer;
import dev.davit.source.Code;
import dev.davit.source.NodeCode;
import java.util.ArrayList;
import java.util.List;

/** Gives the raw edits that make of one object another. */
final class Edits {
    private final List<Code> codes = new ArrayList<>();

    private Edits() {}

    static List<Code> between(MapNode made, MapNode wanted) {
        Edits edits = new Edits();
        edits.maps("", made, wanted);
        return edits.codes;
    }

    private void maps(String path, MapNode made, MapNode wanted) {
        made.entries().forEach((key, value) -> {
            String below = path + "/" + Pointer.escape(key);
            wanted.get(key)
                    .ifPresentOrElse(
                            it -> nodes(below, value, it),
                            () -> codes.add(Code.call("Raw", "remove", Code.quoted(below))));
        });
        wanted.entries().forEach((key, value) -> {
            if (!made.has(key)) {
                codes.add(Code.call("Raw", "set", Code.quoted(path + "/" + Pointer.escape(key)), NodeCode.of(value)));
            }
        });
    }

    private void nodes(String path, Node made, Node wanted) {
        if (made instanceof MapNode before && wanted instanceof MapNode after) {
            maps(path, before, after);
        } else if (made instanceof ListNode before
                && wanted instanceof ListNode after
                && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                nodes(path + "/" + step(before, i), before.get(i), after.get(i));
            }
        } else if (!made.equals(wanted)) {
            codes.add(Code.call("Raw", "set", Code.quoted(path), NodeCode.of(wanted)));
        }
    }

    /** A name says more than a place. */
    private static String step(ListNode list, int place) {
        String name = Tree.text(list.get(place), "name").orElse("");
        boolean unique = list.items().stream()
                        .filter(it -> Tree.text(it, "name").filter(name::equals).isPresent())
                        .count()
                == 1;
        return unique && name.matches("[A-Za-z0-9_.-]+") ? "name=" + name : String.valueOf(place);
    }
}
