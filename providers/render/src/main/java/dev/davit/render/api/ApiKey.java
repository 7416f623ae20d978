package dev.davit.render.api;

import dev.davit.apply.ApplyException;

/**
 * Hold an API key and where it came from. Its text never shows the key.
 *
 * @param value the key
 * @param source where it came from, in words that messages can use: {@code RENDER_API_KEY}
 */
record ApiKey(String value, String source) {
    /** What is no key is refused here: the HTTP client would refuse a line break in a header, too, but quotes it. */
    ApiKey {
        if (value.isEmpty()) {
            throw refused("is empty", source);
        }
        if (!value.chars().allMatch(it -> it > ' ' && it < 127)) {
            throw refused(
                    value.lines().count() > 1 || value.endsWith("\n")
                            ? "has a line break"
                            : "has a character that no key has: a space, or one beyond ASCII",
                    source);
        }
    }

    private static ApplyException refused(String what, String source) {
        return new ApplyException(
                ApplyException.Reason.NO_PERMISSION,
                "the API key " + what,
                source,
                "copy the key again, all of it and nothing else",
                null);
    }

    String authorization() {
        return "Bearer " + value;
    }

    @Override
    public String toString() {
        return "API key from " + source;
    }
}
