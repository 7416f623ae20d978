package dev.davit.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DocumentLaws {
    @Property(tries = 2000)
    void any_text_reads_the_same_under_both_versions_of_yaml(
            @ForAll("texts") String text, @ForAll("texts") String key) {
        MapNode tree = new MapNode(null).put(key, text);
        String yaml = Yaml.write(List.of(tree), List.of(text));
        assertThat(Readers.yaml11(yaml)).isEqualTo(Readers.plain(tree)).isEqualTo(Readers.yaml12(yaml));
    }

    @Property(tries = 500)
    void the_bytes_are_those_of_jacksons_own_generator(@ForAll("files") List<MapNode> documents) {
        assertThat(Yaml.write(documents, List.of())).isEqualTo(JacksonYaml.write(documents));
    }

    @Example
    void so_is_the_longest_key_that_needs_no_question_mark() {
        for (int length = 126; length <= 129; length++) {
            MapNode tree = new MapNode(null).put("k".repeat(length), 1);
            assertThat(Yaml.write(List.of(tree), List.of())).isEqualTo(JacksonYaml.write(List.of(tree)));
        }
    }

    @Property(tries = 500)
    void so_are_keys_and_text_of_any_length(
            @ForAll("texts") String text, @ForAll @IntRange(max = 40) int times, @ForAll("texts") String before) {
        String longer = before + text.repeat(times);
        MapNode tree = new MapNode(null).put(longer, List.of(longer, List.of(longer)));
        assertThat(Yaml.write(List.of(tree), List.of())).isEqualTo(JacksonYaml.write(List.of(tree)));
    }

    @Property(tries = 700)
    void any_tree_reads_the_same_everywhere(@ForAll("documents") MapNode tree) {
        String yaml = Yaml.write(List.of(tree), List.of());
        Object expected = Readers.plain(tree);
        assertThat(Readers.yaml11(yaml)).isEqualTo(expected);
        assertThat(Readers.yaml12(yaml)).isEqualTo(expected);
        assertThat(Readers.ours(Json.write(tree))).isEqualTo(expected);
    }

    @Property(tries = 500)
    void what_was_written_is_read_back_as_it_was(@ForAll("files") List<MapNode> documents) {
        List<Node> read = DocumentReader.read("law.yaml", Yaml.write(documents, List.of("header")));
        assertThat(read).hasSameSizeAs(documents);
        for (int i = 0; i < read.size(); i++) {
            assertThat(Readers.plain(read.get(i))).isEqualTo(Readers.plain(documents.get(i)));
        }
    }

    @Property(tries = 300)
    void writing_what_was_read_gives_the_same_bytes(@ForAll("documents") MapNode tree) {
        String yaml = Yaml.write(List.of(tree), List.of());
        MapNode read = (MapNode) DocumentReader.read("law.yaml", yaml).get(0);
        assertThat(Yaml.write(List.of(read), List.of())).isEqualTo(yaml);
    }

    /** A reader of hostile text has two ways out: a tree, or a refusal in its own words. */
    @Property(tries = 2000)
    void any_text_at_all_is_read_or_refused_in_words(@ForAll("texts") String one, @ForAll("texts") String other) {
        try {
            DocumentReader.read("hostile.yaml", one + "\n" + other);
        } catch (DocumentException e) {
            assertThat(e).hasMessageStartingWith("hostile.yaml:");
        }
    }

    @Property(tries = 300)
    void a_copy_is_equal_and_shares_nothing_that_can_change(@ForAll("documents") MapNode tree) {
        String before = Json.write(tree);
        MapNode copy = tree.copy();
        assertThat(copy).isEqualTo(tree).hasSameHashCodeAs(tree);
        List.copyOf(copy.entries().values()).forEach(DocumentLaws::spoil);
        copy.put("added", 1);
        assertThat(Json.write(tree)).isEqualTo(before);
    }

    private static void spoil(Node node) {
        if (node instanceof MapNode map) {
            List.copyOf(map.entries().values()).forEach(DocumentLaws::spoil);
            map.put("spoiled", true);
        } else if (node instanceof ListNode list) {
            List.copyOf(list.items()).forEach(DocumentLaws::spoil);
            list.add("spoiled");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Trees.texts();
    }

    @Provide
    Arbitrary<MapNode> documents() {
        return Trees.documents();
    }

    @Provide
    Arbitrary<List<MapNode>> files() {
        return Trees.files();
    }
}
