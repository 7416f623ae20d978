package dev.davit;

import dev.davit.model.EnvGroupSpec;

/** Say what a group of environment variables can have: plain text, since Render's groups hold neither references nor secrets. */
public final class EnvGroupBuilder extends ResourceBuilder<EnvGroupBuilder> {
    private final EnvGroupSpec.Builder spec = new EnvGroupSpec.Builder();

    EnvGroupBuilder(Creation creation) {
        super(creation);
    }

    /** Set a variable to text. */
    public EnvGroupBuilder env(String name, String text) {
        variable(name, text, text == null ? null : new Literal<>(text), () -> spec.putEnv(name, text));
        return this;
    }

    EnvGroupSpec spec() {
        return spec.declaration(finish()).build();
    }
}
