package dev.davit.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Checks {@code enum} and {@code const}: the library's own way starts an object mapper to write the values down. */
final class ChoiceKeyword extends AbstractKeyword {
    ChoiceKeyword(String name) {
        super(name);
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode values, Schema parent, SchemaContext context) {
        return new Validator(this, values, location, parent, context);
    }

    /** Gives the values that a failed check of {@code enum} or {@code const} allows. */
    static List<JsonNode> values(String keyword, JsonNode schema) {
        return keyword.equals("enum") ? List.copyOf(schema.values()) : List.of(schema);
    }

    private static final class Validator extends BaseKeywordValidator {
        private final List<JsonNode> allowed;

        Validator(
                ChoiceKeyword keyword, JsonNode schema, SchemaLocation location, Schema parent, SchemaContext context) {
            super(keyword, schema, location, parent, context);
            allowed = values(keyword.getValue(), schema);
        }

        @Override
        public void validate(ExecutionContext context, JsonNode node, JsonNode root, NodePath location) {
            if (allowed.stream().noneMatch(it -> it.equals(Validator::compare, node))) {
                context.addError(error().instanceNode(node)
                        .instanceLocation(location)
                        .evaluationPath(context.getEvaluationPath())
                        .locale(context.getExecutionConfig().getLocale())
                        .build());
            }
        }

        /** JSON knows one kind of number: 1 and 1.0 are one value. */
        private static int compare(JsonNode one, JsonNode other) {
            return one.isNumber() && other.isNumber()
                    ? one.decimalValue().compareTo(other.decimalValue())
                    : one.equals(other) ? 0 : 1;
        }
    }
}
