package dev.davit.schema;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Says what is wrong in the schema's words alone: the document's own text can be a secret. */
final class Wording {
    private Wording() {}

    static String of(Failure failure) {
        String keyword = failure.keyword();
        JsonNode rule = failure.error().getSchemaNode();
        if (failure.unknownField()) {
            return "is a field that the schema does not know";
        }
        return switch (keyword) {
            case "type" ->
                "must be " + types(rule) + " and is " + type(failure.error().getInstanceNode());
            case "enum", "const" ->
                "must be "
                        + (keyword.equals("enum") ? "one of " : "")
                        + ChoiceKeyword.values(keyword, rule).stream()
                                .map(Wording::text)
                                .collect(Collectors.joining(", "));
            case "required", "dependentRequired" -> "lacks " + failure.error().getProperty();
            case "false" -> "must not be there";
            case "minimum" -> "must be at least " + text(rule);
            case "maximum" -> "must be at most " + text(rule);
            case "exclusiveMinimum" -> "must be more than " + text(rule);
            case "exclusiveMaximum" -> "must be less than " + text(rule);
            case "multipleOf" -> "must be a multiple of " + text(rule);
            case "minLength" -> "must have " + text(rule) + " characters or more";
            case "maxLength" -> "must have " + text(rule) + " characters or less";
            case "minItems" -> "must have " + text(rule) + " items or more";
            case "maxItems" -> "must have " + text(rule) + " items or less";
            case "minProperties" -> "must have " + text(rule) + " fields or more";
            case "maxProperties" -> "must have " + text(rule) + " fields or less";
            case "uniqueItems" -> "holds one item twice";
            case "pattern" -> "must match the pattern " + text(rule);
            case "oneOf" -> "must fit exactly one of the alternatives";
            default -> "breaks the rule \"" + keyword + "\"";
        };
    }

    private static String types(JsonNode rule) {
        return rule.isArray()
                ? rule.values().stream().map(it -> article(text(it))).collect(Collectors.joining(" or "))
                : article(text(rule));
    }

    private static String type(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT, POJO -> "an object";
            case ARRAY -> "an array";
            case STRING, BINARY -> "a string";
            case BOOLEAN -> "a boolean";
            case NUMBER -> "a number";
            case NULL, MISSING -> "null";
        };
    }

    private static String article(String type) {
        return switch (type) {
            case "null" -> type;
            case "object", "array", "integer" -> "an " + type;
            default -> "a " + type;
        };
    }

    private static String text(JsonNode node) {
        return node.isString()
                ? node.asString()
                : node.isNumber() ? node.decimalValue().toPlainString() : node.asString();
    }
}
