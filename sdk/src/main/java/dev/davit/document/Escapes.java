package dev.davit.document;

/**
 * Write as {@code \}{@code u0000} escapes what should not stand in a file as it is: control characters, the line breaks of
 * YAML 1.1 and of JavaScript (NEL, LS, PS), the byte order mark, and surrogates that stand alone.
 */
final class Escapes {
    private Escapes() {}

    /** Escape what does not print; line feeds stay. */
    static String visible(String text) {
        int first = firstHidden(text);
        return first < 0 ? text : escape(text, first);
    }

    private static int firstHidden(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPlain = c >= ' ' && c <= '~' || c == '\n';
            if (!isPlain && hidden(c)) {
                return i;
            }
        }
        return -1;
    }

    private static String escape(String text, int from) {
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (int i = from; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (point != '\n' && hidden(point)) {
                out.append(String.format("\\u%04x", point));
            } else {
                out.appendCodePoint(point);
            }
            i += Character.charCount(point);
        }
        return out.toString();
    }

    /** Say whether a code point of the basic plane must not stand in a file as it is; a pair is never hidden. */
    static boolean hidden(int point) {
        return point < ' '
                || point >= 0x7f && point < 0xa0
                || point == 0x2028
                || point == 0x2029
                || point == 0xfeff
                || point == 0xfffe
                || point == 0xffff
                || point < 0x10000 && Character.isSurrogate((char) point);
    }
}
