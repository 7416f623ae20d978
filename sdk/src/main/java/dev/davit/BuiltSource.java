package dev.davit;

import java.util.Optional;

/** Build the program from a repository, on the platform or in CI. */
public sealed interface BuiltSource extends Source permits Dockerfile, NativeRuntime {
    /** Give where the sources lie. */
    Checkout checkout();

    /** Give the repository, if it is not the one that holds the definition. */
    default Optional<String> repo() {
        return checkout().repo();
    }
}
