package dev.davit.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Read the fields of a map that may be hostile. What is missing or of another type is a {@link DocumentException} that names
 * the place by its JSON pointer and says what belongs there; no value is quoted.
 */
public final class Fields {
    private final String name;
    private final String pointer;
    private final MapNode map;

    private Fields(String name, String pointer, MapNode map) {
        this.name = name;
        this.pointer = pointer;
        this.map = map;
    }

    /**
     * Begin at the root of a document.
     *
     * @param name the name for messages
     */
    public static Fields of(String name, Node root) {
        return at(name, "", root);
    }

    private static Fields at(String name, String pointer, Node node) {
        if (node instanceof MapNode map) {
            return new Fields(name, pointer, map);
        }
        throw refused(name, pointer, "a map");
    }

    /** Give the map itself. */
    public MapNode map() {
        return map;
    }

    /** Say whether there is anything under a key. */
    public boolean has(String key) {
        return map.has(key);
    }

    /** Give the text under a key. */
    public String text(String key) {
        return map.getText(key).orElseThrow(() -> refused(key, "text"));
    }

    /** Give the text under a key, if there is anything. */
    public Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** Give the whole number under a key. */
    public long whole(String key) {
        return map.getLong(key).orElseThrow(() -> refused(key, "a whole number"));
    }

    /** Give the whole number under a key, if an {@code int} holds it. */
    public int count(String key) {
        return map.getLong(key)
                .filter(it -> it == it.intValue())
                .map(Long::intValue)
                .orElseThrow(() -> refused(key, "a whole number below 2^31"));
    }

    /** Say whether a key has {@code true}; one that is not there has not. */
    public boolean flag(String key) {
        String word = node(key).map(String::valueOf).orElse("false");
        if (!word.matches("true|false")) {
            throw refused(key, "true or false");
        }
        return word.equals("true");
    }

    /** Give the time under a key, in UTC as {@code 2027-01-31T12:00:00Z}. */
    public Instant time(String key) {
        try {
            return Instant.parse(text(key));
        } catch (DateTimeException e) {
            throw refused(key, "a time such as 2027-01-31T12:00:00Z");
        }
    }

    /** Give the time under a key, if there is anything. */
    public Optional<Instant> optionalTime(String key) {
        return has(key) ? Optional.of(time(key)) : Optional.empty();
    }

    /** Give the constant whose name is under a key, in lower case with hyphens. */
    public <E extends Enum<E>> E word(String key, Class<E> type) {
        String text = text(key);
        List<String> words =
                Stream.of(type.getEnumConstants()).map(Fields::word).toList();
        int index = words.indexOf(text);
        if (index < 0) {
            throw refused(key, "one of " + String.join(", ", words));
        }
        return type.getEnumConstants()[index];
    }

    /** Write a constant as {@link #word(String, Class)} reads it. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Give whatever is under a key, if there is anything. */
    public Optional<Node> node(String key) {
        return map.get(key);
    }

    /** Give the map under a key. */
    public Fields fields(String key) {
        return at(name, pointer(key), map.get(key).orElseThrow(() -> refused(key, "a map")));
    }

    /** Give the map under a key, if there is anything. */
    public Optional<Fields> optionalFields(String key) {
        return has(key) ? Optional.of(fields(key)) : Optional.empty();
    }

    /** Give the maps of the list under a key. */
    public List<Fields> list(String key) {
        List<Fields> list = new ArrayList<>();
        for (Node item : items(key)) {
            list.add(at(name, pointer(key) + "/" + list.size(), item));
        }
        return list;
    }

    /** Give the texts of the list under a key. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            if (!(item instanceof ScalarNode scalar && scalar.value() instanceof String text)) {
                throw refused(name, pointer(key) + "/" + texts.size(), "text");
            }
            texts.add(text);
        }
        return texts;
    }

    private ListNode items(String key) {
        return map.getList(key).orElseThrow(() -> refused(key, "a list"));
    }

    /** Refuse what is under a key, or that nothing is: there belongs something else. */
    public DocumentException refused(String key, String belongs) {
        return refused(name, pointer(key), belongs);
    }

    private String pointer(String key) {
        return pointer + "/" + Pointer.escape(key);
    }

    private static DocumentException refused(String name, String pointer, String belongs) {
        return new DocumentException(
                Escapes.visible(name + (pointer.isEmpty() ? "" : " at " + pointer)),
                "not as it was written",
                "here belongs " + belongs,
                "have it written again");
    }
}
