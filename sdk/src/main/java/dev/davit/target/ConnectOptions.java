package dev.davit.target;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Say which place is meant.
 *
 * @param context the name of a context of the platform's own configuration, or of a workspace; empty for the current one
 * @param usual the name of a context that is taken where none is named and the configuration has it
 * @param scope the part of the place in which a stack is that is asked for by its name, such as a namespace; empty to look for it
 * @param sandbox the file of the target's own sandbox, for a {@link SandboxedTarget}: the place is that sandbox, which is started unless
 *     it runs; empty for the platform itself
 * @param waits hears, in words, of what a platform makes callers wait for: {@code waiting 24 s: Render takes 30 writes a minute}
 */
public record ConnectOptions(
        Optional<String> context,
        Optional<String> usual,
        Optional<String> scope,
        Optional<Path> sandbox,
        Consumer<String> waits) {
    public ConnectOptions {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(usual, "usual");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(sandbox, "sandbox");
        Objects.requireNonNull(waits, "waits");
    }

    /** Mean a context, or the current one. */
    public static ConnectOptions to(Optional<String> context) {
        return new ConnectOptions(context, Optional.empty(), Optional.empty(), Optional.empty(), it -> {});
    }

    /** Mean the target's own sandbox, whose state is in a file. */
    public static ConnectOptions toSandbox(Path state) {
        return new ConnectOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(state), it -> {});
    }

    /** Take a context of this name where none is named. */
    public ConnectOptions usually(Optional<String> name) {
        return new ConnectOptions(context, name, scope, sandbox, waits);
    }

    /** Look for stacks in one part of the place alone. */
    public ConnectOptions in(Optional<String> part) {
        return new ConnectOptions(context, usual, part, sandbox, waits);
    }

    /** Tell somebody of waits. */
    public ConnectOptions telling(Consumer<String> hearer) {
        return new ConnectOptions(context, usual, scope, sandbox, hearer);
    }
}
