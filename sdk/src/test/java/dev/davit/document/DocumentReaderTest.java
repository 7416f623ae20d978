package dev.davit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.source.Golden;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {
    @TempDir
    private Path folder;

    private static Node read(String text) {
        return DocumentReader.read("in.yaml", text).get(0);
    }

    private static String refusal(String text) {
        try {
            return "read as " + DocumentReader.read("in.yaml", text);
        } catch (DocumentException e) {
            return e.getMessage();
        }
    }

    @Test
    void every_refusal_says_where_what_why_and_what_to_do() throws IOException {
        Map<String, String> hostile = new LinkedHashMap<>();
        hostile.put("a tag", "a: 1\nb: !!java/object x\n");
        hostile.put("a tag on a list", "a: !seq [1]\n");
        hostile.put("a tag on a key", "!!str a: 1\n");
        hostile.put("a merge key", "base: &b {x: 1}\nit:\n  <<: *b\n");
        hostile.put("a key twice", "a: 1\nb: 2\na: 3\n");
        hostile.put("a key twice in another spelling", "a: 1\n\"a\": 3\n");
        hostile.put("a key that is a number", "a:\n  1: x\n");
        hostile.put("a key that is a list", "? [a]\n: x\n");
        hostile.put("an alias as a key", "a: &x y\n*x : 1\n");
        hostile.put("an alias of nothing", "a: *nowhere\n");
        hostile.put("an alias of another document", "a: &x 1\n---\nb: *x\n");
        hostile.put("an alias inside its anchor", "a: &x [1, *x]\n");
        hostile.put("not a number", "a: .nan\n");
        hostile.put("infinity", "- 1\n- -.inf\n");
        hostile.put("octal or not", "mode: 0644\n");
        hostile.put("a large exponent", "a: 1e99999\n");
        hostile.put("too many digits", "a: " + "9".repeat(401) + "\n");
        hostile.put("an old version", "%YAML 1.1\n---\na: no\n");
        hostile.put("half of a pair", "a: \"\\ud83d\"\n");
        hostile.put("a control character", "a: 1\nb: \ud83d\ude00\u0007\n");
        hostile.put("a NUL", "a: \u0000\n");
        hostile.put("a tab as indentation", "a:\n\tb: 1\n");
        hostile.put("an open quote", "a: \"b\n");
        hostile.put("an open list", "a: [1, 2\n");
        hostile.put("a wrong indentation", "a: 1\n b: 2\n");
        hostile.put("an escape beyond Unicode", "a: \"\\Uffffffff\"\n");
        hostile.put("a secret as a number", "password: 0123456\n");
        StringBuilder page = new StringBuilder();
        hostile.forEach((name, text) ->
                page.append(name).append("\n  ").append(refusal(text)).append('\n'));
        Golden.assertSame("reader.txt", page.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    @Timeout(10)
    void depth_is_limited(String open) {
        String text = open.repeat(100_000);
        assertThatThrownBy(() -> DocumentReader.read("deep.yaml", text))
                .isInstanceOf(DocumentException.class)
                .hasMessageStartingWith("deep.yaml:1:")
                .hasMessageContaining(
                        "too deep: at most 200 levels are read; flatten the lists and maps at this place");
    }

    @Test
    void two_hundred_levels_are_read() {
        assertThat(read("[".repeat(200) + "]".repeat(200))).isInstanceOf(ListNode.class);
    }

    @Test
    @Timeout(10)
    void a_billion_laughs_end_early() {
        StringBuilder text = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (int i = 1; i < 10; i++) {
            text.append("a").append(i).append(": &a").append(i).append(" [");
            text.append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        assertThatThrownBy(() -> DocumentReader.read("laughs.yaml", text.toString()))
                .hasMessageMatching("laughs\\.yaml:6:\\d+: too much content: with aliases written out, at most 500000"
                        + " values and 8388608 characters are read; split the file, or use fewer aliases");
    }

    @Test
    @Timeout(10)
    void a_long_text_cannot_be_multiplied_either() {
        String text = "a: &a " + "x".repeat(1 << 20) + "\nb: [" + "*a, ".repeat(8) + "*a]\n";
        assertThatThrownBy(() -> DocumentReader.read("long.yaml", text)).hasMessageContaining("too much content");
    }

    @Test
    void the_size_is_limited_before_anything_is_parsed() throws IOException {
        String large = " ".repeat(DocumentReader.MAX_SIZE + 1);
        assertThatThrownBy(() -> DocumentReader.read("large.yaml", large))
                .hasMessage(
                        "large.yaml: too large, 8388609 characters: at most 8388608 are read, so that no input fills"
                                + " the memory; split the file");
        Path file = Files.writeString(folder.resolve("large.yaml"), large);
        assertThatThrownBy(() -> DocumentReader.read(file))
                .hasMessage(file + ": too large, more than 8388608 bytes: at most 8388608 are read, so that no input"
                        + " fills the memory; split the file");
    }

    @Test
    void a_file_must_be_there_and_be_text() throws IOException {
        Path missing = folder.resolve("missing.yaml");
        assertThatThrownBy(() -> DocumentReader.read(missing))
                .hasMessage(missing + ": cannot be read: java.nio.file.NoSuchFileException: " + missing
                        + "; check the path and your rights to the file");
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9, '\n'});
        assertThatThrownBy(() -> DocumentReader.read(latin))
                .hasMessage(latin + ": not UTF-8: other encodings cannot be told apart; save the file as UTF-8");
    }

    @Test
    void values_are_those_of_the_core_schema() {
        MapNode map = (MapNode) read("""
                no: no
                date: 2024-01-01
                time: 12:30:45
                hex: 0x1F
                octal: 0o17
                under: 1_000
                empty:
                tilde: ~
                yes: True
                big: 99999999999999999999
                tiny: 1e-3
                quoted: '0644'
                """);
        assertThat(map.entries().values())
                .extracting(it -> ((ScalarNode) it).value())
                .containsExactly(
                        "no",
                        "2024-01-01",
                        "12:30:45",
                        31L,
                        15L,
                        "1_000",
                        null,
                        null,
                        true,
                        new BigDecimal("99999999999999999999"),
                        new BigDecimal("1e-3"),
                        "0644");
    }

    @Test
    void each_node_knows_its_line_and_an_alias_the_line_of_its_anchor() {
        MapNode map = (MapNode) read("a: &x\n  - one\n  - two\n# comment\nb: *x\n");
        assertThat(map.getList("a").orElseThrow().items())
                .extracting(it -> it.origin().orElseThrow().at().toString())
                .containsExactly("in.yaml:2", "in.yaml:3");
        assertThat(map.get("b")).isEqualTo(map.get("a"));
        assertThat(map.getList("b").orElseThrow().get(1).origin().orElseThrow().at())
                .hasToString("in.yaml:3");
    }

    @Test
    void a_copy_of_an_alias_is_a_copy() {
        MapNode map = (MapNode) read("a: &x {k: 1}\nb: *x\n");
        map.getMap("a").orElseThrow().put("k", 2);
        assertThat(map.getMap("b").orElseThrow().getLong("k")).hasValue(1L);
    }

    @Test
    void documents_are_read_apart_and_an_empty_text_has_none() {
        assertThat(DocumentReader.read("in.yaml", "a: 1\n---\nb: 2\n...\n")).hasSize(2);
        assertThat(DocumentReader.read("in.yaml", "")).isEmpty();
        assertThat(DocumentReader.read("in.yaml", "# only a comment\n")).isEmpty();
        assertThat(DocumentReader.read("in.yaml", "---\n---\n")).isEqualTo(List.of(scalar(null), scalar(null)));
    }

    private static Node scalar(Object value) {
        return ScalarNode.of(value, null);
    }
}
