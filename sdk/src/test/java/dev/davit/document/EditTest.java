package dev.davit.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.source.Golden;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditTest {
    private static final SourceLocation AT = SourceLocation.inFile("Infra.java", 9);

    private static MapNode deployment() {
        return (MapNode) DocumentReader.read("d.yaml", """
                        metadata:
                          name: web
                          annotations:
                            example.com/a: x
                            m~n: y
                        spec:
                          replicas: 2
                          containers:
                            - name: web
                              image: a
                              args: []
                            - name: proxy
                              image: b
                            - image: c
                          twins: [{k: 1}, {k: 1}]
                          empty: {}
                        """).get(0);
    }

    private static Edit set(String path, Object value) {
        return Edit.set(path, value, ".raw(...)", AT);
    }

    private static Edit add(String path, Object value) {
        return Edit.add(path, value, ".raw(...)", AT);
    }

    private static Edit remove(String path) {
        return Edit.remove(path, ".raw(...)", AT);
    }

    private static String after(Edit edit, String path) {
        MapNode tree = deployment();
        edit.apply(tree);
        return Pointer.parse(path).find(tree).map(Object::toString).orElse("nothing");
    }

    @Test
    void set_reaches_fields_items_and_the_end_of_a_list() {
        assertThat(after(set("/spec/replicas", 5), "/spec/replicas")).isEqualTo("5");
        assertThat(after(set("/spec/containers/0/image", "x"), "/spec/containers/name=web/image"))
                .isEqualTo("x");
        assertThat(after(set("/spec/containers/name=proxy/image", "x"), "/spec/containers/1/image"))
                .isEqualTo("x");
        assertThat(after(set("/spec/containers/-", Map.of("name", "new")), "/spec/containers/3"))
                .isEqualTo("{name=new}");
        assertThat(after(set("/metadata/annotations/example.com~1a", "z"), "/metadata/annotations/example.com~1a"))
                .isEqualTo("z");
        assertThat(after(set("/metadata/annotations/m~0n", "z"), "/metadata/annotations/m~0n"))
                .isEqualTo("z");
        assertThat(after(set("/spec/replicas", null), "/spec/replicas")).isEqualTo("null");
    }

    @Test
    void set_makes_the_maps_that_are_missing_and_nothing_else() {
        assertThat(after(set("/a/b/c", 1), "/a")).isEqualTo("{b={c=1}}");
    }

    @Test
    void what_an_edit_wrote_names_the_edit() {
        MapNode tree = deployment();
        set("/spec/template/metadata/labels", Map.of("a", List.of("b"))).apply(tree);
        Node item =
                Pointer.parse("/spec/template/metadata/labels/a/0").find(tree).orElseThrow();
        Node made = Pointer.parse("/spec/template").find(tree).orElseThrow();
        assertThat(item.origin()).contains(Origin.raw(".raw(...)", AT)).isEqualTo(made.origin());
    }

    @Test
    void add_puts_before_an_item_or_at_the_end() {
        assertThat(after(add("/spec/containers/0", Map.of("name", "first")), "/spec/containers/0/name"))
                .isEqualTo("first");
        assertThat(after(add("/spec/containers/3", Map.of("name", "last")), "/spec/containers/3/name"))
                .isEqualTo("last");
        assertThat(after(add("/spec/empty/new", 1), "/spec/empty/new")).isEqualTo("1");
    }

    @Test
    void remove_takes_all_below() {
        assertThat(after(remove("/spec/containers/name=web"), "/spec/containers/0/name"))
                .isEqualTo("proxy");
        assertThat(after(remove("/metadata"), "/metadata/name")).isEqualTo("nothing");
    }

    @Test
    void every_refusal_names_the_line_the_reason_and_the_way_out() throws IOException {
        Map<String, Edit> edits = new LinkedHashMap<>();
        edits.put("remove what is not there", remove("/spec/replica"));
        edits.put("remove from an empty map", remove("/spec/empty/x"));
        edits.put("remove below nothing", remove("/specs/replicas"));
        edits.put("remove an item beyond the end", remove("/spec/containers/7"));
        edits.put("remove an item of an empty list", remove("/spec/containers/0/args/0"));
        edits.put("a name that no item has", set("/spec/containers/name=wep/image", "x"));
        edits.put("a field that no item has", set("/spec/containers/id=web/image", "x"));
        edits.put("a name that two items have", set("/spec/twins/k=1/v", "x"));
        edits.put("a step that is no item", set("/spec/containers/web/image", "x"));
        edits.put("below a scalar", set("/spec/replicas/min", 1));
        edits.put("far below a scalar", set("/metadata/name/a/b", 1));
        edits.put("items of a list that is missing", set("/spec/volumes/0/name", "x"));
        edits.put("an end of a list that is missing", set("/spec/volumes/-", "x"));
        edits.put("add what is there", add("/spec/replicas", 3));
        edits.put("add below nothing", add("/spec/template/metadata", 3));
        edits.put("add far beyond the end", add("/spec/containers/9", 3));
        edits.put("add by name", add("/spec/containers/name=new", 3));
        edits.put("a leading zero", remove("/spec/containers/00"));
        StringBuilder page = new StringBuilder();
        edits.forEach((name, edit) ->
                page.append(name).append("\n  ").append(refusal(edit)).append('\n'));
        Golden.assertSame("edits.txt", page.toString());
    }

    private static String refusal(Edit edit) {
        MapNode tree = deployment();
        try {
            edit.apply(tree);
            return "done: " + tree;
        } catch (EditException e) {
            assertThat(tree).isEqualTo(deployment());
            return e.getMessage();
        }
    }
}
