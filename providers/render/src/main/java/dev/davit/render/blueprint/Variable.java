package dev.davit.render.blueprint;

import dev.davit.PrivateService;
import dev.davit.model.ResourceKey;

/** Guess the variable that a user gave a handle to: what a message can say to write. */
public final class Variable {
    private Variable() {}

    /** Give the variable's name: {@code hfToken} for {@code hf-token}. */
    public static String of(ResourceKey key) {
        return PrivateService.named(key.id()).describe();
    }
}
