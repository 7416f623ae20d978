package dev.davit;

import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;

/** Refer to a group of environment variables that several services share. */
public final class EnvGroup extends Handle {
    EnvGroup(String id) {
        super(new ResourceKey(Kind.ENV_GROUP, id));
    }
}
