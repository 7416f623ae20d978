package dev.davit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that some reader takes for something else, as a value, as a key, in a list and below a key. */
class HostileTextTest {
    static Stream<String> hostile() {
        return Stream.of(
                "",
                " ",
                "no",
                "No",
                "NO",
                "n",
                "y",
                "Yes",
                "on",
                "Off",
                "true",
                "TRUE",
                "null",
                "Null",
                "~",
                "nan",
                ".nan",
                ".inf",
                "-.INF",
                "0",
                "007",
                "0x1F",
                "0o7",
                "0b101",
                "1_000",
                "+1",
                "-0",
                "1e3",
                "1E-3",
                "1.",
                ".5",
                "1.0E+99",
                "12:30:45",
                "190:20:30",
                "2024-01-01",
                "2024-01-01T10:00:00Z",
                "1:2",
                "=",
                "<<",
                "*a",
                "&a",
                "!tag",
                "!!str x",
                "- a",
                "-",
                "?",
                "? a",
                ":",
                ": a",
                "a: b",
                "a:",
                "a #b",
                "#a",
                "%YAML 1.1",
                "@a",
                "`a`",
                "|",
                ">",
                ">-",
                "{a: b}",
                "[a]",
                ",",
                "'a'",
                "\"a\"",
                "a'b",
                "a\"b",
                "\\",
                "a\\nb",
                "---",
                "--- a",
                "...",
                "a\n---\nb",
                "trailing ",
                " leading",
                "\ttab",
                "tab\t",
                "a\tb",
                "a\nb",
                "a\nb\n",
                "a\n\nb",
                "a\n\n",
                "\na",
                "\n",
                "a \nb",
                "  a\nb",
                "a\n  b",
                "a\r\nb",
                "a\rb",
                "\r",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "\u0000",
                "a\u0000b",
                "\u0007",
                "\u001b[31m",
                "\u007f",
                "\u00a0",
                "\ufeff",
                "\ufffe",
                "\uffff",
                "é",
                "日本",
                "\ud83d\ude00",
                "a\ud83d\ude00b\nc",
                "\udbff\udfff",
                "null\n",
                "2Gi",
                "250m",
                "10.0.0.0/8",
                "1.2.3",
                "1e",
                "0x",
                "0xG",
                "_",
                "/",
                "http://a:80/b?c=d#e",
                "node",
                "nope",
                "a".repeat(64 << 10),
                "lang zeile ".repeat(6000),
                "\ud83d\ude00".repeat(32 << 10));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void every_reader_takes_it_for_the_same_text(String text) {
        MapNode tree = new MapNode(null)
                .put("value", text)
                .put(text, "key")
                .put("list", List.of(text, text))
                .put("below", Map.of(text.isEmpty() ? "empty" : text, text));
        String yaml = Yaml.write(List.of(tree), List.of(text));
        Object expected = Readers.plain(tree);
        assertThat(Readers.yaml11(yaml)).isEqualTo(expected);
        assertThat(Readers.yaml12(yaml)).isEqualTo(expected);
        assertThat(Readers.ours(yaml)).isEqualTo(expected);
        if (text.length() < 1024) {
            // YAML allows no longer key on the line of its value, so JSON with one is no YAML.
            assertThat(Readers.ours(Json.write(tree))).isEqualTo(expected);
        }
    }

    @Test
    void half_of_a_pair_is_refused_with_its_place() {
        MapNode text = new MapNode(null).put("list", List.of("fine", "ab\ud83d"));
        assertThatThrownBy(() -> Yaml.write(List.of(new MapNode(null), text), List.of()))
                .isInstanceOf(DocumentException.class)
                .hasMessage(
                        "/list/1 of document 2: the text holds \\ud83d alone at character 3: half of a surrogate pair"
                                + " has no encoding, so no YAML reader gives it back; remove it, or write the pair in full");
        MapNode key = new MapNode(null).put("\udc00", 1);
        assertThatThrownBy(() -> Yaml.write(List.of(key), List.of()))
                .hasMessage(
                        "/\\udc00 of document 1: the key holds \\udc00 alone at character 1: half of a surrogate pair"
                                + " has no encoding, so no YAML reader gives it back; remove it, or write the pair in full");
    }

    @Test
    void a_tree_that_is_too_deep_is_refused() {
        MapNode root = new MapNode(null);
        MapNode at = root;
        for (int i = 0; i < 201; i++) {
            at = at.map("a", null);
        }
        assertThatThrownBy(() -> Yaml.write(List.of(root), List.of()))
                .hasMessage(
                        "/a".repeat(201) + " of document 1: too deep: no more than 200 levels are read back; flatten"
                                + " the tree, or look for a node that holds itself");
    }

    @Test
    void ordinary_text_has_no_quotes() {
        assertThat(Yaml.write(
                        List.of(new MapNode(null)
                                .put("apiVersion", "apps/v1")
                                .put("image", "ghcr.io/acme/web:1.4.2")
                                .put("memory", "256Mi")
                                .put("port", 8000)
                                .put("command", List.of("npm", "run", "start"))
                                .put("script", "set -e\necho done\n")
                                .put("empty", Map.of())
                                .put("none", null)),
                        List.of("Written by davit.", "")))
                .isEqualTo("""
                        # Written by davit.
                        #
                        apiVersion: apps/v1
                        image: ghcr.io/acme/web:1.4.2
                        memory: 256Mi
                        port: 8000
                        command:
                          - npm
                          - run
                          - start
                        script: |
                          set -e
                          echo done
                        empty: {}
                        none: null
                        """);
    }
}
