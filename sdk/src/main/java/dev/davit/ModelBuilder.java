package dev.davit;

import dev.davit.model.ModelSpec;

/** Say what a model can have. */
public final class ModelBuilder extends ResourceBuilder<ModelBuilder> {
    private final ModelSpec.Builder spec = new ModelSpec.Builder();

    ModelBuilder(Creation creation, Model model) {
        super(creation);
        positional("model");
        spec.model(model);
    }

    /** Fetch with a token, for a repository that asks for one. Only the step that fetches sees it. */
    public ModelBuilder token(Secret secret) {
        record("token", "token", secret);
        assign("token", () -> spec.token(secret.key()));
        return this;
    }

    ModelSpec spec() {
        return spec.declaration(finish()).build();
    }
}
