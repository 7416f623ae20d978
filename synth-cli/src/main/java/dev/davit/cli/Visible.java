package dev.davit.cli;

import java.util.Locale;
import java.util.regex.Pattern;

/** Shows text of others as it is, and what could deceive a reader by its number. */
public final class Visible {
    /** What could move the cursor, set a colour, turn the writing direction, or take no room at all. */
    private static final Pattern UNSAFE = Pattern.compile(
            "[\\p{Cntrl}\\u0080-\\u009f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff&&[^\\n\\t]]");

    private static final Pattern BREAKS = Pattern.compile("[\\n\\t]");

    private Visible() {}

    /** Show text that may have several lines. */
    public static String lines(String text) {
        return numbered(UNSAFE, text);
    }

    /** Show text in one line: a name with a line feed in it must not look like two. */
    public static String line(String text) {
        return numbered(BREAKS, lines(text));
    }

    private static String numbered(Pattern what, String text) {
        return what.matcher(text)
                .replaceAll(found -> String.format(
                        Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
    }
}
