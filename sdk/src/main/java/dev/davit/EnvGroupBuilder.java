package dev.davit;

import dev.davit.document.Origin;
import dev.davit.model.EnvGroupSpec;

/** Say what a group of environment variables can have: plain text, since Render's groups hold neither references nor secrets. */
public final class EnvGroupBuilder extends ResourceBuilder<EnvGroupBuilder> {
    private final EnvGroupSpec.Builder spec = new EnvGroupSpec.Builder();

    EnvGroupBuilder(Creation creation) {
        super(creation);
    }

    /** Set a variable to text. */
    public EnvGroupBuilder env(String name, String text) {
        Origin origin = record("env." + name, "env", name, new Literal<>(text));
        if (EnvNames.valid(name)) {
            assign("env." + name, () -> spec.putEnv(name, text));
        } else {
            refuse(origin, EnvNames.what(name), EnvNames.WHY, EnvNames.FIX);
        }
        return this;
    }

    EnvGroupSpec spec() {
        return spec.declaration(finish()).build();
    }
}
