package dev.davit.document;

import java.math.BigDecimal;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Read keys and values of one text. */
final class ScalarReader {
    private static final int MOST_SHOWN = 60;
    private final EventSource source;
    private final Dialect dialect;

    ScalarReader(EventSource source, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
    }

    Object value(ScalarEvent event) {
        String text = whole(event);
        try {
            return event.isPlain() ? PlainScalar.read(text, dialect) : text;
        } catch (PlainScalar.Unfit e) {
            throw source.refused(
                    event, e.getMessage(), e.why(), "write another number, or quotes around it if it is text");
        }
    }

    String key(Event event) {
        if (!(event instanceof ScalarEvent scalar)) {
            throw source.refused(
                    event,
                    "a key that is a list, a map or an alias",
                    "keys of a document are text",
                    "write the key as text");
        }
        if (scalar.isPlain() && scalar.getValue().equals("<<")) {
            throw source.refused(
                    event,
                    "the merge key <<",
                    "YAML 1.2 has none, so readers disagree on what it does",
                    "write the keys out, or put it in quotes if it is a name");
        }
        Object value = value(scalar);
        if (dialect == Dialect.KUBERNETES && value != null) {
            return value instanceof BigDecimal number
                    ? number.stripTrailingZeros().toPlainString()
                    : String.valueOf(value);
        }
        if (!(value instanceof String name)) {
            throw source.refused(
                    event,
                    "a key that is not text",
                    "without quotes it is a number, a boolean or null",
                    "put quotes around the key");
        }
        return name;
    }

    /** Text can name half of a surrogate pair with an escape; what is read must be fit to be written again. */
    private String whole(ScalarEvent event) {
        if (event.isDQuoted() && Surrogates.firstLone(event.getValue()) >= 0) {
            throw source.refused(
                    event,
                    "an escape for half of a surrogate pair",
                    "it has no encoding, so no YAML reader gives it back",
                    "remove it, or write the pair in full");
        }
        return event.getValue();
    }

    /** Make a name fit for a message. */
    static String shown(String name) {
        String visible = Escapes.visible(name).replace("\n", "\\n");
        return visible.length() <= MOST_SHOWN ? visible : visible.substring(0, MOST_SHOWN) + "...";
    }
}
