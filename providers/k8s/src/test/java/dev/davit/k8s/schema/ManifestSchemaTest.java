package dev.davit.k8s.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.davit.document.MapNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestSchemaTest {
    private final ManifestSchema schema = ManifestSchema.embedded();

    static List<String> good() {
        return GoodManifests.names();
    }

    static List<Verdict> verdicts() {
        return Verdict.all();
    }

    @ParameterizedTest
    @MethodSource("good")
    void a_document_that_the_server_accepts_has_no_violation(String name) {
        assertThat(schema.check(GoodManifests.named(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void each_violation_says_where_and_what(Verdict verdict) throws IOException {
        List<String> actual = Verdict.actual(schema, verdict.document());
        if (Boolean.getBoolean("davit.update") && !actual.equals(verdict.expected())) {
            rewrite(verdict, actual);
            fail("verdicts.txt is rewritten: look at the difference, then run without -Ddavit.update");
        }
        assertThat(actual).as(verdict.row()).isEqualTo(verdict.expected());
    }

    private static void rewrite(Verdict verdict, List<String> actual) throws IOException {
        List<String> lines = Verdict.lines();
        int row = lines.indexOf(verdict.row());
        int end = row + 1;
        while (end < lines.size() && lines.get(end).startsWith("    ")) {
            end++;
        }
        Stream<String> said =
                Stream.concat(actual.stream(), verdict.notes().stream()).map(line -> "    " + line);
        String text = Stream.of(lines.subList(0, row + 1).stream(), said, lines.subList(end, lines.size()).stream())
                .flatMap(part -> part)
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(Verdict.FILE, text, StandardCharsets.UTF_8);
    }

    @Test
    void every_kind_has_a_good_document() {
        List<String> shown = GoodManifests.names().stream()
                .map(name -> GoodManifests.named(name).getText("kind").orElseThrow())
                .toList();

        assertThat(Definitions.read("kubernetes.txt", "kustomize.txt").kinds())
                .extracting(ManifestKind::kind)
                .containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void a_violation_carries_the_origin_of_the_nearest_node() {
        MapNode document = GoodManifests.named("deployment");
        document.getMap("spec").orElseThrow().put("replicas", "two");

        assertThat(schema.check(document))
                .singleElement()
                .satisfies(violation ->
                        assertThat(violation.origin().orElseThrow().text()).endsWith("deployment.yaml"));
    }
}
