package dev.davit.schema.violation;

import dev.davit.model.Kind;

/** A schema must not know what a resource is. */
public final class KnowsTheModel {
    public Kind kind() {
        return Kind.WORKER;
    }
}
