package dev.davit;

import java.util.ArrayList;
import java.util.List;

/**
 * Stand for something that is known now (a literal), known on the platform (a reference), never known to Davit (a secret),
 * or text made of those.
 *
 * <p>Only a literal has text. {@code toString()} of anything else throws and names the line that called it, so that no
 * placeholder can leak into text.
 *
 * @param <T> what the value will be
 */
public sealed interface Value<T> permits Literal, Reference, Secret, Text {
    /** Write the value as Java for a message, never its content where that is secret. */
    String describe();

    /** Give text that is known now. */
    static Value<String> of(String text) {
        return new Literal<>(text);
    }

    /**
     * Join text and values: {@code Value.text("http://", inference.host(), ":8000")}.
     *
     * @param parts strings and {@link Value}s
     * @throws IllegalArgumentException if a part is anything else; a handle, for example, must say which of its references
     *     is meant
     */
    static Value<String> text(Object... parts) {
        List<Value<?>> values = new ArrayList<>(parts.length);
        for (Object part : parts) {
            if (part instanceof Value<?> value) {
                values.add(value);
            } else if (part instanceof String text) {
                values.add(new Literal<>(text));
            } else {
                throw new IllegalArgumentException("Value.text takes strings and values, not "
                        + (part == null
                                ? "null"
                                : JavaText.of(part) + " (" + part.getClass().getSimpleName() + ")"));
            }
        }
        return new Text(values);
    }
}
