package dev.davit.schema;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names the keywords that are looked at. The library's own dialect would load a parser for every format and warn of each keyword
 * that it does not know.
 */
final class Vocabulary {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private static final List<String> RULES = List.of(
            "$ref",
            "additionalProperties",
            "allOf",
            "anyOf",
            "dependentRequired",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "false",
            "if",
            "items",
            "maxItems",
            "maxLength",
            "maxProperties",
            "maximum",
            "minItems",
            "minLength",
            "minProperties",
            "minimum",
            "multipleOf",
            "not",
            "oneOf",
            "pattern",
            "patternProperties",
            "prefixItems",
            "properties",
            "propertyNames",
            "required",
            "true",
            "type",
            "unevaluatedProperties",
            "uniqueItems");

    private static final List<String> REMARKS = List.of(
            "$comment",
            "$defs",
            "$schema",
            "default",
            "definitions",
            "deprecated",
            "description",
            "else",
            "examples",
            "then",
            "title");

    private static final String LOGGING = "slf4j.internal.verbosity";

    private Vocabulary() {}

    /** Messages are made from the keyword and the schema's own words, so the library's bundle of texts stays shut. */
    static SchemaRegistry registry() {
        return quietly(() -> SchemaRegistry.withDialect(
                dialect(),
                registry -> registry.defaultDialectId(DRAFT)
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .preloadSchema(false)
                                .messageSource((key, text, locale, arguments) -> key)
                                .build())));
    }

    private static Dialect dialect() {
        List<Keyword> keywords = Stream.<Stream<Keyword>>of(
                        RULES.stream().map(KeywordType::fromValue),
                        REMARKS.stream().map(NonValidationKeyword::new),
                        Stream.of(new ChoiceKeyword("enum"), new ChoiceKeyword("const")))
                .flatMap(it -> it)
                .toList();
        return Dialect.builder(DRAFT)
                .idKeyword("$id")
                .specificationVersion(SpecificationVersion.DRAFT_2020_12)
                .keywords(keywords)
                .build();
    }

    /**
     * The validator logs through SLF4J, which warns on standard error when a program has no logging. The level is read once, when
     * the validator's classes are loaded; a program that chose one keeps it. A logger of our own would be a second one for those
     * who have one.
     */
    private static SchemaRegistry quietly(java.util.function.Supplier<SchemaRegistry> load) {
        if (System.getProperty(LOGGING) != null) {
            return load.get();
        }
        System.setProperty(LOGGING, "ERROR");
        try {
            return load.get();
        } finally {
            System.clearProperty(LOGGING);
        }
    }
}
