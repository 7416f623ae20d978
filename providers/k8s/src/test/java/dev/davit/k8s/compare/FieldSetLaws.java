package dev.davit.k8s.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.Json;
import dev.davit.document.MapNode;
import dev.davit.document.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sets of fields are sets, and read as they are written. */
class FieldSetLaws {
    @Property
    void what_is_written_reads_the_same(@ForAll("sets") FieldSet set) {
        assertThat(FieldSet.read(set.write())).isEqualTo(set);
    }

    @Property
    void a_union_has_the_paths_of_both(@ForAll("sets") FieldSet one, @ForAll("sets") FieldSet other) {
        FieldSet union = one.union(other);

        assertThat(union.paths()).containsAll(one.paths()).containsAll(other.paths());
        assertThat(union.paths()).allMatch(path -> one.contains(path) || other.contains(path));
    }

    @Property
    void a_difference_has_what_the_other_has_not(@ForAll("sets") FieldSet one, @ForAll("sets") FieldSet other) {
        List<Path> expected =
                one.paths().stream().filter(path -> !other.contains(path)).toList();

        assertThat(one.minus(other).paths()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property
    void nothing_is_left_of_a_set_without_itself(@ForAll("sets") FieldSet set) {
        assertThat(set.minus(set).isEmpty()).isTrue();
        assertThat(set.union(set)).isEqualTo(set);
    }

    @Property
    void each_member_and_all_on_the_way_to_it_is_touched(@ForAll("sets") FieldSet set) {
        for (Path path : set.paths()) {
            for (int i = 0; i <= path.parts().size(); i++) {
                assertThat(set.touches(new Path(path.parts().subList(0, i)))).isTrue();
            }
        }
    }

    @Example
    void the_servers_own_words_are_understood() {
        FieldSet set = FieldSet.read((MapNode) Json.read("example", """
                {"f:metadata": {"f:finalizers": {".": {}, "v:\\"keep\\"": {}}},
                 "f:spec": {"f:selector": {}, "f:containers": {"k:{\\"name\\":\\"web\\"}": {".": {}, "f:image": {}}}}}
                """.getBytes(StandardCharsets.UTF_8)));

        assertThat(set.paths().stream().map(Path::toString))
                .containsExactly(
                        "metadata.finalizers",
                        "metadata.finalizers[keep]",
                        "spec.selector",
                        "spec.containers[web]",
                        "spec.containers[web].image");
        assertThat(set.paths().get(4).serverText()).isEqualTo(".spec.containers[name=\"web\"].image");
        assertThat(set.touches(Path.of("spec", "selector", "matchLabels"))).isTrue();
        assertThat(set.touches(Path.of("spec", "replicas"))).isFalse();
        assertThat(set.at(Path.of("spec", "containers")).keys()).containsExactly("name");
        assertThat(set.at(Path.of("metadata", "finalizers")).isSet()).isTrue();
    }

    @Provide
    Arbitrary<FieldSet> sets() {
        Arbitrary<Part> parts = Arbitraries.oneOf(
                Arbitraries.of("a", "b", "app.kubernetes.io/name").map(Part.Name::new),
                Arbitraries.of("x", "y").map(name -> new Part.Key(new MapNode(null).put("name", name))),
                Arbitraries.of("v", "w").map(text -> new Part.Value(ScalarNode.of(text, null))),
                Arbitraries.longs().between(0, 3).map(Part.Index::new));
        return parts.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(Path::new)
                .list()
                .ofMaxSize(8)
                .map(FieldSetLaws::of);
    }

    private static FieldSet of(List<Path> paths) {
        FieldSet set = FieldSet.EMPTY;
        for (Path path : paths) {
            MapNode fields = new MapNode(null);
            MapNode at = fields;
            for (Part part : path.parts()) {
                at = at.map(FieldSet.written(part), null);
            }
            set = set.union(FieldSet.read(fields));
        }
        return set;
    }
}
