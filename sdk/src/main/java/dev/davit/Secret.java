package dev.davit;

import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;

/**
 * Name a secret. There is no way to give it a value here, so none can leak from here: the platform holds it, or makes it.
 */
public final class Secret extends Handle implements Value<String> {
    Secret(String id) {
        super(new ResourceKey(Kind.SECRET, id));
    }

    @Override
    public String describe() {
        return super.describe();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.key().equals(key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }
}
