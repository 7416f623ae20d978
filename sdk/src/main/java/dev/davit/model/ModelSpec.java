package dev.davit.model;

import dev.davit.Model;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value.Immutable;

/** Describe the weights of a model. */
@Immutable
public non-sealed interface ModelSpec extends Spec {
    /** Give the pinned files. */
    Model model();

    /** Give the secret that opens a gated repository. */
    Optional<ResourceKey> token();

    /** Give the folder in which a service finds the files. */
    default String path() {
        return "/models/" + id();
    }

    @Override
    default Map<String, Object> properties() {
        return new Properties()
                .put("model", model())
                .put("token", token())
                .put("path", path())
                .entries();
    }

    @Override
    default <R> R accept(SpecVisitor<R> visitor) {
        return visitor.model(this);
    }

    /** Collect the parts of a model. */
    final class Builder extends ImmutableModelSpec.Builder {}
}
