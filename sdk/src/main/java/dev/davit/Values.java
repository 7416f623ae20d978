package dev.davit;

import java.util.List;
import java.util.stream.Collectors;

/** Looks into values. */
final class Values {
    private Values() {}

    /** Says whether a value would show what must stay hidden. */
    static boolean holdsSecret(Value<?> value) {
        if (value instanceof Text text) {
            return text.parts().stream().anyMatch(Values::holdsSecret);
        }
        return value instanceof Secret
                || value instanceof Reference<?> reference
                        && reference.attribute().isSecret();
    }

    /** Joins what is literal in a value; null for none. */
    static String literalText(Value<?> value) {
        if (value instanceof Text text) {
            return text.parts().stream()
                    .filter(Literal.class::isInstance)
                    .map(Object::toString)
                    .collect(Collectors.joining());
        }
        return value == null ? null : value instanceof Literal<?> literal ? literal.toString() : "";
    }

    /** Lists the references that a value holds. */
    static List<Reference<?>> references(Value<?> value) {
        if (value instanceof Text text) {
            return text.parts().stream()
                    .<Reference<?>>flatMap(part -> references(part).stream())
                    .toList();
        }
        return value instanceof Reference<?> reference ? List.of(reference) : List.of();
    }
}
