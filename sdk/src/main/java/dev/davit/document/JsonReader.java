package dev.davit.document;

import java.math.BigDecimal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Turn the tokens of one JSON text into a tree without origins. */
final class JsonReader {
    private static final int LONGEST_NUMBER = 1000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    // Depth is refused below, in our own words.
                    .maxNestingDepth(2 * DocumentReader.MAX_DEPTH)
                    .maxStringLength(Json.MAX_SIZE)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private final String name;
    private final JsonParser parser;
    private int nodes;

    private JsonReader(String name, JsonParser parser) {
        this.name = name;
        this.parser = parser;
    }

    static Node read(String name, byte[] utf8) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
            return new JsonReader(name, parser).document();
        } catch (JacksonException e) {
            // Not the parser's words: they quote the text, and that may be anyone's.
            throw new DocumentException(
                    where(name, e.getLocation()),
                    "not valid JSON",
                    "the text breaks off, or has a character that cannot stand at this place",
                    "correct the text at this place");
        }
    }

    private Node document() {
        Node root = node(parser.nextToken(), 0);
        if (parser.nextToken() != null) {
            throw refused("more than one value", "a JSON text holds one", "remove what follows");
        }
        return root;
    }

    private Node node(JsonToken token, int depth) {
        if (token == null) {
            throw refused("not valid JSON", "the text ends too early", "check that the file is whole");
        }
        take(depth);
        return switch (token) {
            case START_OBJECT -> map(depth);
            case START_ARRAY -> list(depth);
            case VALUE_STRING -> ScalarNode.of(whole(parser.getString()), null);
            case VALUE_TRUE -> ScalarNode.of(true, null);
            case VALUE_FALSE -> ScalarNode.of(false, null);
            case VALUE_NULL -> ScalarNode.of(null, null);
            default -> number();
        };
    }

    private MapNode map(int depth) {
        MapNode map = new MapNode(null);
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String key = whole(parser.currentName());
            if (map.has(key)) {
                throw refused(
                        "the key \"" + ScalarReader.shown(key) + "\" is there twice",
                        "readers disagree on which of the two counts",
                        "keep one of them");
            }
            map.put(key, node(parser.nextToken(), depth + 1));
        }
        return map;
    }

    private ListNode list(int depth) {
        ListNode list = new ListNode(null);
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            list.add(node(token, depth + 1));
        }
        return list;
    }

    private ScalarNode number() {
        BigDecimal number = parser.getDecimalValue();
        boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && number.precision() <= 19
                && number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                && number.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0;
        return ScalarNode.of(whole ? (Object) number.longValueExact() : number, null);
    }

    private String whole(String text) {
        if (Surrogates.firstLone(text) >= 0) {
            throw refused("an escape for half of a surrogate pair", "no encoding carries it", "write the pair in full");
        }
        return text;
    }

    private void take(int depth) {
        if (++nodes > Json.MAX_NODES) {
            throw refused("too much content", "at most " + Json.MAX_NODES + " values are read", "split the file");
        }
        if (depth > DocumentReader.MAX_DEPTH) {
            throw refused(
                    "too deep",
                    "at most " + DocumentReader.MAX_DEPTH + " levels are read",
                    "flatten the lists and maps at this place");
        }
    }

    private DocumentException refused(String what, String why, String fix) {
        return new DocumentException(where(name, parser.currentTokenLocation()), what, why, fix);
    }

    private static String where(String name, TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1 ? name : name + ":" + at.getLineNr() + ":" + at.getColumnNr();
    }
}
