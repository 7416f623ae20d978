package dev.davit.document;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/**
 * Decide how text is written, so that a reader of YAML 1.1 and one of YAML 1.2 both take it for the same text.
 *
 * <p>Jackson's own checkers leave {@code 0x1F}, {@code 1_000}, {@code 1:30}, dates, {@code =} and {@code <<} bare. Here bare
 * text must prove itself harmless instead: what is not known to be safe is quoted.
 */
final class YamlText extends StringQuotingChecker {
    private static final long serialVersionUID = 1;

    /** What YAML 1.1 (type repository, bool and null) or 1.2 takes for something else, in lower case. */
    private static final Set<String> WORDS =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*");

    /** Begins like a word or a path; the colon and the hash are looked at apart. */
    private static final Pattern PHRASE = Pattern.compile("[A-Za-z_/][ -~]*");

    /** Begins like a number; harmless only with a letter that no number, date or time of any YAML has: 2Gi, 250m, 30s. */
    private static final Pattern QUANTITY = Pattern.compile("[0-9][A-Za-z0-9.-]*");

    private static final Pattern NO_NUMBER = Pattern.compile("[G-MQRSUVWYg-mq-suvwy]");

    @Override
    public boolean needToQuoteName(String name) {
        return !NAME.matcher(name).matches() || isWord(name);
    }

    @Override
    public boolean needToQuoteValue(String text) {
        return !(PHRASE.matcher(text).matches() || isQuantity(text))
                || text.endsWith(" ")
                || text.endsWith(":")
                || text.contains(": ")
                || text.contains(" #")
                || isWord(text);
    }

    /** Choose the style of a value. */
    ScalarStyle style(String text) {
        if (text.indexOf('\n') >= 0) {
            return isBlock(text) ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED;
        }
        return needToQuoteValue(text) ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN;
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
