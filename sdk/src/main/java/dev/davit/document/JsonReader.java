package dev.davit.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Turn JSON into a tree. */
final class JsonReader {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final String name;

    JsonReader(String name) {
        this.name = name;
    }

    Node read(byte[] utf8) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw refused(parser, "nothing is there", "a JSON value was expected");
            }
            Node node = node(parser, first, 0);
            if (parser.nextToken() != null) {
                throw refused(parser, "more than one value", "one JSON value was expected");
            }
            return node;
        } catch (JacksonException e) {
            throw new DocumentException(
                    Escapes.visible(name + ":" + e.getLocation().getLineNr()),
                    "not JSON",
                    // Jackson's own message quotes the text, which may hold a secret.
                    "it breaks off or has a character that does not belong there",
                    "look at what wrote it");
        }
    }

    private Node node(JsonParser parser, JsonToken token, int depth) {
        if (depth > DocumentReader.MAX_DEPTH) {
            throw refused(parser, "too deep", "at most " + DocumentReader.MAX_DEPTH + " levels are read");
        }
        return switch (token) {
            case START_OBJECT -> map(parser, depth);
            case START_ARRAY -> list(parser, depth);
            case VALUE_STRING -> ScalarNode.of(parser.getString(), null);
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> ScalarNode.of(parser.getDecimalValue(), null);
            case VALUE_TRUE -> ScalarNode.of(true, null);
            case VALUE_FALSE -> ScalarNode.of(false, null);
            case VALUE_NULL -> ScalarNode.of(null, null);
            default -> throw refused(parser, "not JSON", "a value was expected");
        };
    }

    private MapNode map(JsonParser parser, int depth) {
        MapNode map = new MapNode(null);
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            if (map.has(key)) {
                throw refused(parser, "a key is there twice", "readers disagree on which of the two counts");
            }
            map.put(key, node(parser, parser.nextToken(), depth + 1));
        }
        return map;
    }

    private ListNode list(JsonParser parser, int depth) {
        ListNode list = new ListNode(null);
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            list.add(node(parser, token, depth + 1));
        }
        return list;
    }

    private static Node whole(JsonParser parser) {
        if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return ScalarNode.of(parser.getLongValue(), null);
        }
        BigInteger number = parser.getBigIntegerValue();
        boolean fits = number.compareTo(LEAST) >= 0 && number.compareTo(MOST) <= 0;
        return ScalarNode.of(fits ? (Object) number.longValueExact() : new BigDecimal(number), null);
    }

    private DocumentException refused(JsonParser parser, String what, String why) {
        String where = Escapes.visible(name + ":" + parser.currentLocation().getLineNr());
        return new DocumentException(where, what, why, "look at what wrote it");
    }
}
