package dev.davit;

import dev.davit.model.Attribute;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;

/** Refer to the weights of a model. */
public final class ModelArtifact extends Handle {
    ModelArtifact(String id) {
        super(new ResourceKey(Kind.MODEL, id));
    }

    /** Refer to the folder in which the files lie for a service that {@code serves} the model. */
    public Value<String> path() {
        return text(Attribute.PATH);
    }
}
