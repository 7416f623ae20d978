package dev.davit.k8s.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Yaml;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/** Whatever an object says comes back. */
class ManifestImportLaws {
    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void any_object_comes_back_value_by_value(@ForAll("objects") List<MapNode> objects) {
        assertThat(Imports.differences(Imports.of(Yaml.write(objects, List.of()))))
                .isEmpty();
    }

    @Provide
    Arbitrary<List<MapNode>> objects() {
        return object().list().ofMinSize(1).ofMaxSize(5);
    }

    private static Arbitrary<MapNode> object() {
        Arbitrary<String> versions = Arbitraries.of("v1", "apps/v1", "example.com/v1alpha1");
        Arbitrary<String> kinds = Arbitraries.of("ConfigMap", "Deployment", "Planet", "ClusterPlanet");
        Arbitrary<String> names = Arbitraries.of("a", "b-c", "d.e", "system:f");
        Arbitrary<Map<String, Object>> bodies = fields(3);
        return Combinators.combine(versions, kinds, names, bodies, fields(1))
                .as((version, kind, name, body, labels) -> {
                    MapNode tree = new MapNode(null).put("apiVersion", version).put("kind", kind);
                    tree.map("metadata", null).put("name", name).put("labels", labels);
                    body.forEach((key, value) -> tree.put(key, Node.of(value, null)));
                    return tree;
                });
    }

    private static Arbitrary<Map<String, Object>> fields(int depth) {
        Arbitrary<String> keys = Arbitraries.oneOf(
                Arbitraries.of("spec", "data", "template", "containers", "a/b~c", "x=y", "-", "0", "yes", "1", "ключ"),
                Arbitraries.strings().ascii().ofMinLength(1).ofMaxLength(8));
        return Arbitraries.maps(keys, value(depth)).ofMaxSize(5).map(LinkedHashMap::new);
    }

    private static Arbitrary<Object> value(int depth) {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                Arbitraries.of(
                                "",
                                "yes",
                                "0644",
                                "1e3",
                                " x ",
                                "a\nb\n",
                                "a\n\n  b",
                                "\"\"\"",
                                "\\",
                                "$(A)",
                                "{{ b }}",
                                "\t",
                                "é\u2028")
                        .map(it -> (Object) it),
                Arbitraries.strings().ofMaxLength(12).map(ManifestImportLaws::whole),
                Arbitraries.longs().map(it -> (Object) it),
                Arbitraries.of(new BigDecimal("0.1"), new BigDecimal("1E+2"), new BigDecimal("12345678901234567890.5"))
                        .map(it -> (Object) it),
                Arbitraries.of(true, false).map(it -> (Object) it));
        if (depth == 0) {
            return scalars;
        }
        return Arbitraries.frequencyOf(
                Tuple.of(3, scalars),
                Tuple.of(2, fields(depth - 1).map(it -> (Object) it)),
                Tuple.of(
                        1,
                        Arbitraries.lazy(() -> value(depth - 1))
                                .list()
                                .ofMaxSize(3)
                                .map(it -> (Object) it)));
    }

    /** Half of a pair is in no file. */
    private static Object whole(String text) {
        StringBuilder whole = new StringBuilder();
        text.codePoints().filter(it -> it < 0xd800 || it > 0xdfff).forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
