package dev.davit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What platforms make of the same text. */
class DialectTest {
    private static Node value(String text, Dialect dialect) {
        return ((MapNode)
                        DocumentReader.read("it.yaml", "key: " + text, dialect).get(0))
                .get("key")
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "yes,true",
        "On,true",
        "y,true",
        "no,false",
        "OFF,false",
        "N,false",
        "0644,420",
        "0o17,15",
        "0x1F,31",
        "12,12",
        "1_000,1000",
        "1_0.5,10.5",
        "0b11,3",
        "-0x1F,-31",
        "0908,908"
    })
    void kubectl_takes_words_for_booleans_and_a_leading_zero_for_octal(String text, String value) {
        assertThat(Json.compact(value(text, Dialect.KUBERNETES))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "On", "no", "y"})
    void for_render_and_yaml_1_2_they_are_words(String text) {
        assertThat(value(text, Dialect.RENDER)).hasToString(text);
        assertThat(value(text, Dialect.YAML_1_2)).hasToString(text);
    }

    @Test
    void text_in_quotes_is_text_everywhere() {
        for (Dialect dialect : Dialect.values()) {
            assertThat(Json.compact(value("\"yes\"", dialect))).isEqualTo("\"yes\"");
            assertThat(Json.compact(value("'0644'", dialect))).isEqualTo("\"0644\"");
        }
    }

    @Test
    void a_leading_zero_is_refused_where_readers_disagree() {
        assertThatThrownBy(() -> value("0644", Dialect.YAML_1_2)).isInstanceOf(DocumentException.class);
        assertThat(Json.compact(value("1_0a", Dialect.KUBERNETES))).isEqualTo("\"1_0a\"");
    }

    @Test
    void keys_that_are_no_text_become_text_for_kubectl_alone() {
        MapNode map = (MapNode) DocumentReader.read("it.yaml", "{1: a, yes: b, 2.50: d}", Dialect.KUBERNETES)
                .get(0);

        assertThat(map.entries().keySet()).containsExactly("1", "true", "2.5");
        assertThatThrownBy(() -> DocumentReader.read("it.yaml", "{1: a}", Dialect.RENDER))
                .isInstanceOf(DocumentException.class);
    }

    @Test
    void merge_keys_are_carried_out_but_by_yaml_1_2() {
        String text = "base: &b {a: 1}\nit: {<<: *b, c: 2}\n";

        for (Dialect dialect : new Dialect[] {Dialect.RENDER, Dialect.KUBERNETES}) {
            MapNode root =
                    (MapNode) DocumentReader.read("it.yaml", text, dialect).get(0);
            assertThat(root.getMap("it").orElseThrow().entries()).containsOnlyKeys("a", "c");
        }
        assertThatThrownBy(() -> DocumentReader.read("it.yaml", text)).isInstanceOf(DocumentException.class);
    }

    @Test
    void a_map_of_the_language_has_one_order_in_each_run() {
        Map<String, Integer> map = Map.of("e", 1, "d", 2, "c", 3, "b", 4, "a", 5);

        assertThat(Json.compact(Node.of(map, null))).isEqualTo("{\"a\":5,\"b\":4,\"c\":3,\"d\":2,\"e\":1}");
    }
}
