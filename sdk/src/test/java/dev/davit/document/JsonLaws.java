package dev.davit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

class JsonLaws {
    private static Node read(String text) {
        return Json.read("x.json", text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500)
    void what_is_written_is_read_and_says_the_same(@ForAll("documents") MapNode document) {
        for (String text : List.of(Json.write(document), Json.compact(document))) {
            Node read = read(text);
            assertThat(Json.write(read)).isEqualTo(Json.write(document));
            assertThat(NodeDigest.of(read)).isEqualTo(NodeDigest.of(document));
        }
        assertThat(Json.compact(document)).doesNotContain("\n");
    }

    @Property(tries = 300)
    void it_is_indented_as_jacksons_own_printer_does_it(@ForAll("documents") MapNode document) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        PrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        StringWriter out = new StringWriter();
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return printer;
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
        try (JsonGenerator generator = new JsonFactory().createGenerator(context, out)) {
            new NodeWriter(generator).write(document);
        }
        assertThat(Json.write(document)).isEqualTo(Escapes.visible(out + "\n"));
    }

    @Property(tries = 300)
    void an_object_that_is_streamed_has_the_same_text(@ForAll("documents") MapNode document, @ForAll boolean isLong) {
        String filling = isLong ? "é".repeat(100_000) : "";
        MapNode whole = new MapNode(null).put("first", filling);
        List<byte[]> parts = new ArrayList<>();
        JsonStream stream = new JsonStream(parts::add).put("first", filling);
        document.entries().forEach((key, value) -> {
            whole.put(key + "'", value);
            if (value instanceof ListNode list) {
                stream.put(key + "'", list.items().stream());
            } else {
                stream.put(key + "'", value);
            }
        });
        stream.end();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        parts.forEach(text::writeBytes);
        assertThat(text.toString(StandardCharsets.UTF_8)).isEqualTo(Json.write(whole));
        assertThat(parts).hasSizeGreaterThan(isLong ? 1 : 0);
    }

    @Example
    void a_tree_that_is_too_deep_is_refused_with_its_place_in_the_whole() {
        MapNode deep = new MapNode(null);
        MapNode at = deep;
        for (int i = 0; i < DocumentReader.MAX_DEPTH; i++) {
            at = at.map("x", null);
        }
        assertThatThrownBy(() -> new JsonStream(part -> {}).put("items", Stream.of(deep)))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("/items/0/x/x");
    }

    @Property(tries = 200)
    void a_digest_takes_no_notice_of_the_order_of_keys(@ForAll("documents") MapNode document, @ForAll long seed) {
        assertThat(NodeDigest.of(shuffled(document, new Random(seed)))).isEqualTo(NodeDigest.of(document));
    }

    private static Node shuffled(Node node, Random random) {
        if (node instanceof MapNode map) {
            List<Map.Entry<String, Node>> entries =
                    new ArrayList<>(map.entries().entrySet());
            Collections.shuffle(entries, random);
            MapNode mixed = new MapNode(null);
            entries.forEach(it -> mixed.put(it.getKey(), shuffled(it.getValue(), random)));
            return mixed;
        }
        if (node instanceof ListNode list) {
            ListNode copy = new ListNode(null);
            list.forEach(it -> copy.add(shuffled(it, random)));
            return copy;
        }
        return node;
    }

    @Property(tries = 200)
    void trees_that_differ_have_other_digests(@ForAll("documents") MapNode some, @ForAll("documents") MapNode other) {
        boolean same = NodeDigest.of(some).equals(NodeDigest.of(other));
        assertThat(same).isEqualTo(Json.write(alike(some)).equals(Json.write(alike(other))));
    }

    /** Keys in one order and equal numbers written alike, so that texts can be compared. */
    private static Node alike(Node node) {
        if (node instanceof MapNode map) {
            MapNode sorted = new MapNode(null);
            new TreeMap<>(map.entries()).forEach((key, it) -> sorted.put(key, alike(it)));
            return sorted;
        }
        if (node instanceof ListNode list) {
            ListNode copy = new ListNode(null);
            list.forEach(it -> copy.add(alike(it)));
            return copy;
        }
        return node instanceof ScalarNode scalar && scalar.value() instanceof Number number
                ? ScalarNode.of(new BigDecimal(number.toString()).stripTrailingZeros(), null)
                : node;
    }

    @Example
    void a_list_in_a_list_is_not_a_longer_list() {
        assertThat(List.of("[[1],2]", "[[1,2]]", "[1,2]", "[\"1\",2]", "{\"1\":2}", "[[],1,2]", "[null]", "[\"null\"]")
                        .stream()
                        .map(JsonLaws::read)
                        .map(NodeDigest::of))
                .doesNotHaveDuplicates();
        assertThat(NodeDigest.of(read("1.0"))).isEqualTo(NodeDigest.of(read("1")));
    }

    @Example
    void refusals_name_the_place_and_quote_nothing_that_may_be_secret() {
        assertThatThrownBy(() -> read("{\"a\": 1,\n \"a\": 2}"))
                .hasMessage(
                        "x.json:2:2: the key \"a\" is there twice: readers disagree on which of the two counts; keep one"
                                + " of them");
        assertThatThrownBy(() -> read("{\"a\": canary}"))
                .hasMessageStartingWith("x.json:1:")
                .hasMessageEndingWith(
                        ": not valid JSON: the text breaks off, or has a character that cannot stand at this"
                                + " place; correct the text at this place");
        assertThatThrownBy(() -> read("[1] [2]")).hasMessageContaining("more than one value");
        assertThatThrownBy(() -> read("")).hasMessageContaining("the text ends too early");
        assertThatThrownBy(() -> read("[".repeat(300))).hasMessageContaining("too deep: at most 200 levels are read");
        assertThatThrownBy(() -> read("\"\\ud800\"")).hasMessageContaining("half of a surrogate pair");
        assertThatThrownBy(() -> read("[" + "9".repeat(2000) + "]")).isInstanceOf(DocumentException.class);
    }

    @Example
    void fields_say_what_belongs_where_something_else_is() {
        Fields fields =
                Fields.of("x.json", read("{\"a\": {\"b/c\": [{\"n\": 1.5}]}, \"t\": \"soon\", \"w\": \"raw\"}"));
        assertThat(fields.word("w", Origin.Kind.class)).isEqualTo(Origin.Kind.RAW);
        assertThatThrownBy(() -> fields.fields("a").list("b/c").get(0).whole("n"))
                .hasMessage("x.json at /a/b~1c/0/n: not as it was written: here belongs a whole number; have it written"
                        + " again");
        assertThatThrownBy(() -> fields.time("t")).hasMessageContaining("a time such as 2027-01-31T12:00:00Z");
        assertThatThrownBy(() -> fields.word("t", Origin.Kind.class))
                .hasMessageContaining("one of raw, user, file, default, target");
        assertThatThrownBy(() -> fields.texts("none")).hasMessageContaining("at /none: ");
    }

    @Provide
    Arbitrary<MapNode> documents() {
        return Trees.documents();
    }
}
