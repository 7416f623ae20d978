package dev.davit.k8s.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.Edit;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.SourceLocation;
import dev.davit.schema.Violation;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Break good documents in one place and expect the violation there. */
class ManifestSchemaLaws {
    private static final SourceLocation NOWHERE = new SourceLocation("laws", 1, "ManifestSchemaLaws", "law");
    private static final String CANARY = "Canary Of 7f3a";

    private final ManifestSchema schema = ManifestSchema.embedded();
    private final Definitions definitions = Definitions.read("kubernetes.txt", "kustomize.txt", "beyond-openapi.txt");

    @Property(tries = 500)
    void a_required_field_that_is_dropped_is_missed_where_it_was(@ForAll("documents") String name, @ForAll int dice) {
        MapNode document = GoodManifests.named(name);
        Spot spot =
                spot(document, dice, place -> place.required() && !place.steps().isEmpty());

        Edit.remove(spot.pointer(), "", NOWHERE).apply(document);

        assertThat(schema.check(document)).extracting(Violation::pointer).contains(spot.parent());
    }

    @Property(tries = 500)
    void a_field_that_no_definition_has_is_refused_where_it_is(@ForAll("documents") String name, @ForAll int dice) {
        MapNode document = GoodManifests.named(name);
        Spot spot = spot(document, dice, place -> place.type() instanceof Type.Defined);

        ((MapNode) spot.node()).put("unheardOf", 1);

        assertThat(schema.check(document))
                .extracting(Violation::pointer)
                .containsExactly(spot.pointer() + "/unheardOf");
    }

    @Property(tries = 500)
    void a_value_of_another_kind_is_refused_where_it_is(@ForAll("documents") String name, @ForAll int dice) {
        MapNode document = GoodManifests.named(name);
        Spot spot = spot(document, dice, place -> !place.steps().isEmpty() && !place.isAnything());
        Assume.that(!List.of("/kind", "/apiVersion").contains(spot.pointer()));

        set(document, spot, spot.node() instanceof ListNode ? true : List.of(true));

        assertThat(schema.check(document)).extracting(Violation::pointer).contains(spot.pointer());
    }

    @Property(tries = 500)
    void no_message_holds_text_of_the_document(@ForAll("documents") String name, @ForAll int dice) {
        MapNode document = GoodManifests.named(name);
        Spot spot = spot(document, dice, place -> !place.steps().isEmpty());

        set(document, spot, CANARY);

        assertThat(schema.check(document)).extracting(Violation::message).noneMatch(text -> text.contains(CANARY));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void no_tree_makes_the_check_throw(
            @ForAll("documents") String name, @ForAll int dice, @ForAll("trees") Object tree) {
        MapNode document = GoodManifests.named(name);
        Spot spot = spot(document, dice, place -> !place.steps().isEmpty());

        set(document, spot, tree);

        assertThat(schema.check(document)).isNotNull();
    }

    private Spot spot(MapNode document, int dice, Predicate<Spot> wanted) {
        List<Spot> spots =
                Spot.in(document, definitions).stream().filter(wanted).toList();
        Assume.that(!spots.isEmpty());
        return spots.get(Math.floorMod(dice, spots.size()));
    }

    private static void set(MapNode document, Spot spot, Object value) {
        Edit.set(spot.pointer(), Node.of(value, null), "", NOWHERE).apply(document);
    }

    @Provide
    Arbitrary<String> documents() {
        return Arbitraries.of(GoodManifests.names());
    }

    @Provide
    Arbitrary<Object> trees() {
        Arbitrary<Object> leaves = Arbitraries.of("", "text", "1", 1, -1, 0.5, true);
        return Arbitraries.oneOf(leaves, around(leaves), around(around(leaves)));
    }

    private static Arbitrary<Object> around(Arbitrary<Object> inner) {
        Arbitrary<String> keys = Arbitraries.of("name", "spec", "containers", "a/b", "~", "");
        return Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(value -> (Object) value),
                Arbitraries.maps(keys, inner).ofMaxSize(3).map(value -> (Object) value));
    }
}
