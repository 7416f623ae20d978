package dev.davit.document;

/** Find the halves of UTF-16 pairs that stand alone: no encoding carries them. */
final class Surrogates {
    private Surrogates() {}

    /** Give the index of the first half that stands alone, or -1. */
    static int firstLone(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) {
                continue;
            }
            if (isLone(text, i)) {
                return i;
            }
            i++;
        }
        return -1;
    }

    private static boolean isLone(CharSequence text, int index) {
        return Character.isLowSurrogate(text.charAt(index))
                || index + 1 == text.length()
                || !Character.isLowSurrogate(text.charAt(index + 1));
    }
}
