package dev.davit;

import java.util.Objects;
import java.util.Optional;

/** Build the program from a Dockerfile. */
public final class Dockerfile implements BuiltSource {
    private final String path;
    private final String context;
    private final Checkout checkout;

    private Dockerfile(String path, String context, Checkout checkout) {
        this.path = Objects.requireNonNull(path, "path");
        this.context = context;
        this.checkout = checkout;
    }

    /** Name the Dockerfile, relative to the repository's root. */
    public static Dockerfile at(String path) {
        return new Dockerfile(path, null, Checkout.HERE);
    }

    /** Send another folder to the build than the repository's root. */
    public Dockerfile context(String folder) {
        return new Dockerfile(path, Objects.requireNonNull(folder, "folder"), checkout);
    }

    /** Build from another repository than the one that holds the definition. */
    public Dockerfile repo(String url) {
        return with(checkout.withRepo(url));
    }

    /** Build another branch than the repository's default. */
    public Dockerfile branch(String name) {
        return with(checkout.withBranch(name));
    }

    /** Build in a folder of the repository. */
    public Dockerfile rootDir(String folder) {
        return with(checkout.withRootDir(folder));
    }

    /** Start a build only when a file changes that one of the globs names, relative to the repository's root. */
    public Dockerfile paths(String... globs) {
        return with(checkout.withPaths(globs));
    }

    /** Start no build when only files change that the globs name, relative to the repository's root. */
    public Dockerfile ignoring(String... globs) {
        return with(checkout.withIgnoredPaths(globs));
    }

    private Dockerfile with(Checkout other) {
        return new Dockerfile(path, context, other);
    }

    /** Give the path of the Dockerfile. */
    public String path() {
        return path;
    }

    /** Give the folder that is sent to the build, if it is not the root. */
    public Optional<String> context() {
        return Optional.ofNullable(context);
    }

    @Override
    public Checkout checkout() {
        return checkout;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dockerfile file
                && file.path.equals(path)
                && Objects.equals(file.context, context)
                && file.checkout.equals(checkout);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, context, checkout);
    }

    @Override
    public String toString() {
        return "Dockerfile.at(" + JavaText.quoted(path) + ")"
                + (context == null ? "" : ".context(" + JavaText.quoted(context) + ")")
                + checkout;
    }
}
