package dev.davit.k8s.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Read the lines of a schema file; its first lines describe them. */
final class TypeReader {
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern OR = Pattern.compile("\\|");
    private static final Pattern PLUS = Pattern.compile("\\+");

    private TypeReader() {}

    /** Read {@code name type}; after the name, {@code !} says required and {@code +} filled. */
    static Field field(String line) {
        int space = line.indexOf(' ');
        int end = space;
        boolean filled = line.charAt(end - 1) == '+';
        end -= filled ? 1 : 0;
        boolean required = line.charAt(end - 1) == '!';
        end -= required ? 1 : 0;
        return new Field(line.substring(0, end), required, filled, type(line.substring(space + 1)));
    }

    private static Type type(String text) {
        if (text.startsWith("[]")) {
            return new Type.Items(type(text.substring(2)));
        }
        if (text.startsWith("[set]")) {
            return new Type.Set(type(text.substring(5)));
        }
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return new Type.Keyed(type(text.substring(end + 1)), keys(text.substring(1, end)));
        }
        if (text.startsWith("{")) {
            int end = text.indexOf('}');
            Format key = end == 1 ? Format.STRING : Format.named(text.substring(1, end));
            return new Type.Entries(key, type(text.substring(end + 1)));
        }
        return text.indexOf('.') > 0 && text.indexOf(' ') < 0 ? new Type.Defined(text) : one(text);
    }

    private static List<Type.Key> keys(String text) {
        List<Type.Key> keys = new ArrayList<>();
        for (String key : PLUS.split(text)) {
            int equals = key.indexOf('=');
            keys.add(
                    equals < 0
                            ? new Type.Key(key, null)
                            : new Type.Key(key.substring(0, equals), key.substring(equals + 1)));
        }
        return keys;
    }

    private static Type one(String text) {
        if (text.equals("object")) {
            return new Type.Entries(Format.STRING, new Type.One(Format.ANY, Limits.NONE));
        }
        String[] words = SPACE.split(text, 2);
        return new Type.One(Format.named(words[0]), words.length == 1 ? Limits.NONE : limits(words[1]));
    }

    private static Limits limits(String text) {
        List<String> allowed = List.of();
        BigDecimal least = null;
        BigDecimal most = null;
        String rest = text;
        while (!rest.isEmpty()) {
            String[] words = SPACE.split(rest, 3);
            switch (words[0]) {
                case "enum" -> allowed = List.of(OR.split(words[1], -1));
                case "min" -> least = new BigDecimal(words[1]);
                case "max" -> most = new BigDecimal(words[1]);
                case "pattern" -> {
                    Pattern pattern = Pattern.compile(rest.substring("pattern ".length()));
                    return new Limits(allowed, least, most, pattern);
                }
                default -> throw new IllegalStateException("no limit is called " + words[0]);
            }
            rest = words.length == 3 ? words[2] : "";
        }
        return new Limits(allowed, least, most, null);
    }
}
