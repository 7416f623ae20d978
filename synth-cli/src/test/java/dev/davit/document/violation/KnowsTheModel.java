package dev.davit.document.violation;

import dev.davit.model.Kind;

/** A document must not know what a resource is. */
public final class KnowsTheModel {
    public Kind kind() {
        return Kind.WORKER;
    }
}
