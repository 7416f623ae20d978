package dev.davit.document;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decide how text is written, so that a reader of YAML 1.1 and one of YAML 1.2 both take it for the same text.
 *
 * <p>Jackson's own checkers leave {@code 0x1F}, {@code 1_000}, {@code 1:30}, dates, {@code =} and {@code <<} bare. Here bare
 * text must prove itself harmless instead: what is not known to be safe is quoted.
 */
final class YamlText {
    /** What YAML 1.1 (type repository, bool and null) or 1.2 takes for something else, in lower case. */
    private static final Set<String> WORDS =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity");

    /** Begins like a number; harmless only with a letter that no number, date or time of any YAML has: 2Gi, 250m, 30s. */
    private static final Pattern QUANTITY = Pattern.compile("[0-9][A-Za-z0-9.-]*");

    private static final Pattern NO_NUMBER = Pattern.compile("[G-MQRSUVWYg-mq-suvwy]");

    private YamlText() {}

    /** The ways to write text. */
    enum Style {
        /** As it is. */
        PLAIN,
        /** In double quotes, with escapes. */
        QUOTED,
        /** As a literal block, line by line. */
        BLOCK
    }

    /** Choose the style of a value. */
    static Style style(String text) {
        if (text.indexOf('\n') >= 0) {
            return isBlock(text) ? Style.BLOCK : Style.QUOTED;
        }
        return (isPhrase(text) || isQuantity(text)) && !isWord(text) ? Style.PLAIN : Style.QUOTED;
    }

    /** Say whether a key may stand as it is. */
    static boolean isPlainName(String name) {
        if (name.isEmpty() || !isWordStart(name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(isWordStart(c) || c >= '-' && c <= '9')) {
                return false;
            }
        }
        return !isWord(name);
    }

    /** Say whether text begins like a word or a path, prints in ASCII, and has nothing that ends a key or begins a comment. */
    private static boolean isPhrase(String text) {
        if (text.isEmpty() || !isWordStart(text.charAt(0))) {
            return false;
        }
        char before = text.charAt(0);
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ':' || c == '#' && before == ' ') {
                return false;
            }
            before = c;
        }
        return before != ' ' && before != ':';
    }

    private static boolean isWordStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '/';
    }

    /**
     * Say whether lines survive as a literal block: they print, none ends with a space, the first has something in it and
     * no indentation, and nothing but one line feed may follow the last.
     */
    private static boolean isBlock(String text) {
        return !Character.isWhitespace(text.charAt(0))
                && !text.endsWith(" ")
                && !text.endsWith("\n\n")
                && !text.contains(" \n")
                && text.chars().noneMatch(c -> c != '\n' && !Character.isSurrogate((char) c) && Escapes.hidden(c));
    }

    private static boolean isQuantity(String text) {
        return QUANTITY.matcher(text).matches() && NO_NUMBER.matcher(text).find();
    }

    private static boolean isWord(String text) {
        return text.length() <= 8 && WORDS.contains(text.toLowerCase(Locale.ROOT));
    }
}
