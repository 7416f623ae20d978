package dev.davit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.davit.document.DocumentReader;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.document.SourceLocation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSchemaTest {
    private static final Origin LINE = Origin.user(".port(0)", SourceLocation.inFile("Shop.java", 7));

    @Test
    void a_document_that_keeps_the_schema_has_no_violation() {
        assertThat(violations("{'type': 'object', 'required': ['a']}", "a: 1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'type': 'integer'} | a: no | must be an integer and is a string",
                "{'type': ['string', 'null']} | a: [] | must be a string or null and is an array",
                "{'type': 'string'} | a: {b: 1} | must be a string and is an object",
                "{'type': 'string'} | a: true | must be a string and is a boolean",
                "{'type': 'boolean'} | a: null | must be a boolean and is null",
                "{'enum': ['x', 2]} | a: y | must be one of x, 2",
                "{'const': 'x'} | a: y | must be x",
                "{'required': ['b']} | a: {} | lacks b",
                "{'minimum': 1} | a: 0 | must be at least 1",
                "{'maximum': 90} | a: 91 | must be at most 90",
                "{'exclusiveMinimum': 1} | a: 1 | must be more than 1",
                "{'exclusiveMaximum': 1.5} | a: 1.5 | must be less than 1.5",
                "{'multipleOf': 5} | a: 7 | must be a multiple of 5",
                "{'minLength': 2} | a: b | must have 2 characters or more",
                "{'maxLength': 1} | a: bb | must have 1 characters or less",
                "{'minItems': 1} | a: [] | must have 1 items or more",
                "{'maxItems': 1} | a: [1, 2] | must have 1 items or less",
                "{'minProperties': 1} | a: {} | must have 1 fields or more",
                "{'maxProperties': 0} | a: {b: 1} | must have 0 fields or less",
                "{'uniqueItems': true} | a: [1, 1] | holds one item twice",
                "{'pattern': '^[a-z]+$'} | a: A | must match the pattern ^[a-z]+$",
                "{'oneOf': [{'type': 'string'}, {'minLength': 1}]} | a: b | must fit exactly one of the alternatives",
                "{'not': {'type': 'string'}} | a: b | \"breaks the rule \"\"not\"\"\"",
                "false | a: b | must not be there"
            })
    void every_rule_has_its_words(String schema, String document, String message) {
        assertThat(violations("{'properties': {'a': " + schema + "}}", document))
                .extracting(Violation::pointer, Violation::message)
                .containsExactly(tuple("/a", message));
    }

    @Test
    void a_field_too_many_is_pointed_at() {
        assertThat(violations("{'properties': {'a': {}}, 'additionalProperties': false}", "{a: 1, b/c: 2}"))
                .extracting(Violation::pointer, Violation::message)
                .containsExactly(tuple("/b~1c", "is a field that the schema does not know"));
    }

    @Test
    void one_and_one_point_zero_are_one_number() {
        assertThat(violations("{'properties': {'a': {'const': 1}}}", "a: 1.0")).isEmpty();
    }

    @Test
    void no_message_quotes_the_document() {
        String schema = "{'properties': {'a': {'type': 'integer', 'enum': [1], 'const': 1, 'pattern': '^x$',"
                + " 'maxLength': 1, 'not': {'type': 'string'}, 'anyOf': [{'const': 2}], 'oneOf': [{'const': 3}]}}}";

        List<Violation> found = violations(schema, "a: s3cr3t-canary");

        assertThat(found).hasSizeGreaterThan(6);
        assertThat(found.toString()).doesNotContain("canary");
    }

    @Test
    void the_nearest_node_says_why_it_is_there() {
        MapNode document = new MapNode(Origin.target("the file"));
        document.map("a", LINE).put("b", "x");
        document.map("c", null).put("d", "x", null);

        JsonSchema schema = schema("{'properties': {'a': {'properties': {'b': {'type': 'integer'}}},"
                + " 'c': {'properties': {'d': {'type': 'integer'}}}}}");

        assertThat(schema.validate(document))
                .extracting(it -> it.pointer() + " " + it.origin().orElseThrow().text())
                .containsExactly("/a/b .port(0)", "/c/d the file");
    }

    @Test
    void of_the_alternatives_only_the_nearest_is_reported() {
        String schema = "{'anyOf': ["
                + "{'properties': {'type': {'const': 'web'}, 'port': {'minimum': 1}}, 'required': ['type', 'port']},"
                + "{'properties': {'type': {'const': 'cron'}, 'schedule': {}}, 'required': ['type', 'schedule']}]}";

        assertThat(violations(schema, "{type: web, port: 0}"))
                .extracting(Violation::pointer, Violation::message)
                .containsExactly(tuple("/port", "must be at least 1"));
    }

    @Test
    void alternatives_of_two_items_are_two_choices() {
        String schema = "{'properties': {'list': {'items': {'anyOf': [{'type': 'string'}, {'type': 'null'}]}}}}";

        assertThat(violations(schema, "list: [1, a, 2]"))
                .extracting(Violation::pointer)
                .containsExactly("/list/0", "/list/2");
    }

    @Test
    void what_only_follows_from_another_violation_is_left_out() {
        String schema =
                "{'allOf': [{'properties': {'a': {'type': 'integer'}, 'b': {}}}], 'unevaluatedProperties': false}";

        assertThat(violations(schema, "{a: x, b: 1, c: 1}"))
                .extracting(Violation::pointer, Violation::message)
                .containsExactly(
                        tuple("/a", "must be an integer and is a string"),
                        tuple("/c", "is a field that the schema does not know"));
    }

    @Test
    void a_reference_to_another_file_is_not_followed() {
        assertThatThrownBy(() -> violations("{'$ref': 'https://example.invalid/schema.json'}", "a: 1"))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_resource_that_is_not_there_is_named() {
        assertThatThrownBy(() -> JsonSchema.resource(JsonSchemaTest.class, "none.json"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no resource none.json beside dev.davit.schema.JsonSchemaTest");
    }

    private static List<Violation> violations(String schema, String document) {
        MapNode tree = (MapNode) DocumentReader.read("test", document).get(0);
        return schema(schema).validate(tree);
    }

    private static JsonSchema schema(String text) {
        return JsonSchema.of(text.replace('\'', '"'));
    }
}
