package dev.davit;

import dev.davit.model.SecretSpec;

/** Say what a secret can have: a history, but never a value. */
public final class SecretBuilder extends ResourceBuilder<SecretBuilder> {
    private final boolean generated;

    SecretBuilder(Creation creation, boolean generated) {
        super(creation);
        if (generated) {
            positional("generated");
        }
        this.generated = generated;
    }

    SecretSpec spec() {
        return new SecretSpec.Builder()
                .declaration(finish())
                .generated(generated)
                .build();
    }
}
