package dev.davit.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class EditLaws {
    private static final Origin WHY = Origin.raw(".raw(web, ...)", SourceLocation.inFile("Law.java", 7));

    /** A tree and a path that leads somewhere in it, or just beside. */
    record Case(MapNode tree, Pointer path) {}

    private static Optional<EditException> apply(MapNode tree, Edit.Op op, Pointer path, Node value) {
        try {
            new Edit(op, path, value, WHY).apply(tree);
            return Optional.empty();
        } catch (EditException e) {
            return Optional.of(e);
        }
    }

    private static boolean ends(Pointer path, String step) {
        return path.last().equals(step);
    }

    @Property(tries = 1500)
    void what_was_set_is_found(@ForAll("cases") Case it, @ForAll("nodes") Node value) {
        MapNode before = it.tree().copy();
        Optional<EditException> refused = apply(it.tree(), Edit.Op.SET, it.path(), value);
        if (refused.isPresent()) {
            assertThat(it.tree()).isEqualTo(before);
        } else if (!ends(it.path(), "-") || it.path().find(it.tree()).isPresent()) {
            found(it, value);
        }
    }

    /** A selector may lead nowhere once the field that it selects by was set; then the value is there all the same. */
    private static void found(Case it, Node value) {
        Optional<Node> found = it.path().find(it.tree());
        if (found.isPresent()) {
            assertThat(found).contains(value);
            assertThat(found.get().origin()).contains(WHY);
        } else {
            assertThat(it.path().steps()).anyMatch(step -> step.contains("="));
            assertThat(Json.write(it.tree()))
                    .contains(Json.write(value).strip().lines().findFirst().orElseThrow());
        }
    }

    @Property(tries = 1500)
    void what_was_removed_is_not_found(@ForAll("cases") Case it) {
        MapNode before = it.tree().copy();
        Optional<Node> there = it.path().find(it.tree());
        Optional<EditException> refused = apply(it.tree(), Edit.Op.REMOVE, it.path(), null);
        assertThat(refused.isPresent()).isEqualTo(there.isEmpty());
        if (refused.isPresent()) {
            assertThat(it.tree()).isEqualTo(before);
        } else {
            assertThat(nodes(it.tree())).isEqualTo(nodes(before) - nodes(there.get()));
        }
    }

    @Property(tries = 1500)
    void adding_replaces_nothing(@ForAll("cases") Case it, @ForAll("nodes") Node value) {
        MapNode before = it.tree().copy();
        Optional<EditException> refused = apply(it.tree(), Edit.Op.ADD, it.path(), value);
        assertThat(nodes(it.tree())).isEqualTo(nodes(before) + (refused.isPresent() ? 0 : nodes(value)));
        if (refused.isPresent()) {
            assertThat(it.tree()).isEqualTo(before);
        }
    }

    @Property(tries = 1500)
    void a_refusal_names_line_edit_reason_and_way_out(@ForAll("cases") Case it) {
        apply(it.tree(), Edit.Op.REMOVE, it.path(), null)
                .ifPresent(e -> assertThat(e)
                        .hasMessage("Law.java:7: remove " + it.path() + ": " + e.why() + "; " + e.fix())
                        .matches(refused -> !e.why().isBlank() && !e.fix().isBlank()));
    }

    @Property(tries = 500)
    void one_edit_of_many_trees_shares_nothing_between_them(@ForAll("nodes") Node value) {
        Edit edit = new Edit(Edit.Op.SET, Pointer.parse("/a"), value, WHY);
        MapNode one = new MapNode(null);
        MapNode other = new MapNode(null);
        edit.apply(one);
        edit.apply(other);
        one.getMap("a").ifPresent(map -> map.put("spoiled", true));
        one.getList("a").ifPresent(list -> list.add("spoiled"));
        assertThat(other.get("a")).contains(value);
    }

    @Property(tries = 1000)
    void a_pointer_is_read_back_as_it_was(@ForAll("cases") Case it) {
        assertThat(Pointer.parse(it.path().toString())).isEqualTo(it.path());
    }

    private static int nodes(Node node) {
        if (node instanceof MapNode map) {
            return 1 + map.entries().values().stream().mapToInt(EditLaws::nodes).sum();
        }
        return 1
                + (node instanceof ListNode list
                        ? list.items().stream().mapToInt(EditLaws::nodes).sum()
                        : 0);
    }

    private static List<List<String>> paths(Node node) {
        List<List<String>> paths = new ArrayList<>();
        if (node instanceof MapNode map) {
            map.entries().forEach((key, value) -> below(key, value, paths));
            paths.add(List.of("new"));
        } else if (node instanceof ListNode list) {
            for (int i = 0; i < list.size(); i++) {
                below(String.valueOf(i), list.get(i), paths);
                selector(list.get(i)).ifPresent(step -> paths.add(List.of(step, "name")));
            }
            paths.add(List.of("-"));
            paths.add(List.of(String.valueOf(list.size())));
        } else {
            paths.add(List.of("deep"));
        }
        return paths;
    }

    private static Optional<String> selector(Node item) {
        return item instanceof MapNode map ? map.getText("name").map(it -> "name=" + it) : Optional.empty();
    }

    private static void below(String step, Node node, List<List<String>> paths) {
        paths.add(List.of(step));
        for (List<String> rest : paths(node)) {
            List<String> path = new ArrayList<>(List.of(step));
            path.addAll(rest);
            paths.add(path);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Trees.documents().flatMap(tree -> {
            List<Pointer> paths = paths(tree).stream()
                    .filter(steps -> steps.stream().noneMatch(String::isEmpty))
                    .map(Pointer::new)
                    .toList();
            return Combinators.combine(Arbitraries.just(tree), Arbitraries.of(paths))
                    .as(Tuple::of)
                    .map((Tuple2<MapNode, Pointer> it) -> new Case(it.get1().copy(), it.get2()));
        });
    }

    @Provide
    Arbitrary<Node> nodes() {
        return Trees.nodes();
    }
}
