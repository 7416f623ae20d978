package dev.davit.k8s.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.davit.document.Edit;
import dev.davit.document.Json;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.SourceLocation;
import dev.davit.schema.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Ask another validator about what the server publishes, on good documents and on broken ones. */
class SecondOpinionLaws {
    private static final SourceLocation NOWHERE = new SourceLocation("laws", 1, "SecondOpinionLaws", "law");

    private final Definitions published = Definitions.read("kubernetes.txt", "kustomize.txt");
    private final Map<String, Schema> schemas = new HashMap<>();

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void both_accept_and_refuse_the_same(
            @ForAll("documents") String name, @ForAll int dice, @ForAll("values") Object value) {
        MapNode document = GoodManifests.named(name);
        ManifestKind kind = published
                .kind(
                        document.getText("apiVersion").orElseThrow(),
                        document.getText("kind").orElseThrow())
                .orElseThrow();
        List<Spot> spots = Spot.in(document, published).stream()
                .filter(place -> !place.steps().isEmpty())
                .toList();
        Spot spot = spots.get(Math.floorMod(dice, spots.size()));

        Edit.set(spot.pointer(), Node.of(value, null), "", NOWHERE).apply(document);

        assertThat(ours(document, kind).isEmpty())
                .as("%s set %s %s", name, spot.pointer(), value)
                .isEqualTo(theirs(document, kind).isEmpty());
    }

    /** JSON Schema cannot say that the items of a list must differ in a key. */
    private List<String> ours(MapNode document, ManifestKind kind) {
        Findings findings = new Findings();
        new Walk(published, findings).object(document, published.object(kind.definition()), Place.root(document));
        return findings.inOrder().stream()
                .map(Violation::message)
                .filter(message -> !message.endsWith("must tell items apart"))
                .toList();
    }

    private List<String> theirs(MapNode document, ManifestKind kind) {
        Schema schema = schemas.computeIfAbsent(
                kind.key(),
                key -> SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(JsonSchemaOf.kind(kind, published), InputFormat.JSON));
        return schema
                .validate(
                        Json.write(document),
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    @Provide
    Arbitrary<String> documents() {
        return Arbitraries.of(GoodManifests.names());
    }

    /** Neither null nor empty text, which the server takes for nothing in optional fields. */
    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> leaves = Arbitraries.of("text", "1", "1Gi", "Always", 1, -1, 3_000_000_000L, 0.5, true);
        Arbitrary<String> keys = Arbitraries.of("name", "spec", "image", "port", "matchLabels", "a/b");
        Arbitrary<Object> lists = leaves.list().ofMaxSize(2).map(value -> (Object) value);
        Arbitrary<Object> maps = Arbitraries.maps(keys, leaves).ofMaxSize(2).map(value -> (Object) value);
        return Arbitraries.oneOf(leaves, lists, maps, maps.list().ofMaxSize(2).map(value -> (Object) value));
    }
}
