package dev.davit;

import java.util.List;

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
