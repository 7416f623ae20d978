package dev.davit;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Build the program with a language's own tools: what Render calls a native runtime. For Kubernetes, synth writes the
 * Dockerfile that does the same build.
 *
 * <p>A native runtime has no start command of its own: {@link #start(String)} is required, and synth says so.
 */
public final class NativeRuntime implements BuiltSource {
    /** Name the languages that Render builds; source: Render's Blueprint schema of 2026-10-02, {@code runtime}. */
    public enum Language {
        ELIXIR,
        GO,
        NODE,
        PYTHON,
        RUBY,
        RUST;

        /** Write the language as Render does. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Language language;
    private final String version;
    private final String build;
    private final String start;
    private final Checkout checkout;

    private NativeRuntime(Language language, String version, String build, String start, Checkout checkout) {
        this.language = language;
        this.version = version;
        this.build = build;
        this.start = start;
        this.checkout = checkout;
    }

    /** Build with Node.js of a version, such as {@code "22"}. */
    public static NativeRuntime node(String version) {
        return of(Language.NODE, version);
    }

    /** Build with Node.js of the version that the repository's own files name, else the platform's usual one. */
    public static NativeRuntime node() {
        return new NativeRuntime(Language.NODE, null, "", "", Checkout.HERE);
    }

    /** Build with Python of a version, such as {@code "3.12"}. */
    public static NativeRuntime python(String version) {
        return of(Language.PYTHON, version);
    }

    /** Build with Python of the version that the repository's own files name, else the platform's usual one. */
    public static NativeRuntime python() {
        return new NativeRuntime(Language.PYTHON, null, "", "", Checkout.HERE);
    }

    /** Build with Ruby of a version, such as {@code "3.3"}. */
    public static NativeRuntime ruby(String version) {
        return of(Language.RUBY, version);
    }

    /** Build with Ruby of the version that the repository's own files name, else the platform's usual one. */
    public static NativeRuntime ruby() {
        return new NativeRuntime(Language.RUBY, null, "", "", Checkout.HERE);
    }

    /** Build with Go of a version, such as {@code "1.24"}. */
    public static NativeRuntime go(String version) {
        return of(Language.GO, version);
    }

    /** Build with Go of the version that the repository's own files name, else the platform's usual one. */
    public static NativeRuntime go() {
        return new NativeRuntime(Language.GO, null, "", "", Checkout.HERE);
    }

    /** Build with Rust of a version, such as {@code "1.88"}. */
    public static NativeRuntime rust(String version) {
        return of(Language.RUST, version);
    }

    /** Build with Rust of the version that the repository's own files name, else the platform's usual one. */
    public static NativeRuntime rust() {
        return new NativeRuntime(Language.RUST, null, "", "", Checkout.HERE);
    }

    /** Build with Elixir of a version, such as {@code "1.18"}. */
    public static NativeRuntime elixir(String version) {
        return of(Language.ELIXIR, version);
    }

    /** Build with Elixir of the version that the repository's own files name, else the platform's usual one. */
    public static NativeRuntime elixir() {
        return new NativeRuntime(Language.ELIXIR, null, "", "", Checkout.HERE);
    }

    private static NativeRuntime of(Language language, String version) {
        return new NativeRuntime(language, Objects.requireNonNull(version, "version"), "", "", Checkout.HERE);
    }

    /** Run a shell command to build. */
    public NativeRuntime build(String command) {
        return new NativeRuntime(language, version, Objects.requireNonNull(command, "command"), start, checkout);
    }

    /** Run a shell command to start. */
    public NativeRuntime start(String command) {
        return new NativeRuntime(language, version, build, Objects.requireNonNull(command, "command"), checkout);
    }

    /** Build from another repository than the one that holds the definition. */
    public NativeRuntime repo(String url) {
        return with(checkout.withRepo(url));
    }

    /** Build another branch than the repository's default. */
    public NativeRuntime branch(String name) {
        return with(checkout.withBranch(name));
    }

    /** Build in a folder of the repository. */
    public NativeRuntime rootDir(String folder) {
        return with(checkout.withRootDir(folder));
    }

    /** Start a build only when a file changes that one of the globs names, relative to the repository's root. */
    public NativeRuntime paths(String... globs) {
        return with(checkout.withPaths(globs));
    }

    /** Start no build when only files change that the globs name, relative to the repository's root. */
    public NativeRuntime ignoring(String... globs) {
        return with(checkout.withIgnoredPaths(globs));
    }

    private NativeRuntime with(Checkout other) {
        return new NativeRuntime(language, version, build, start, other);
    }

    /** Give the language. */
    public Language language() {
        return language;
    }

    /** Give the language's version as the user wrote it; empty where the repository or the platform chooses. */
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    /** Give the shell command that builds; empty when there is none. */
    public String build() {
        return build;
    }

    /** Give the shell command that starts; empty when the user forgot it. */
    public String start() {
        return start;
    }

    @Override
    public Checkout checkout() {
        return checkout;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NativeRuntime runtime
                && runtime.language == language
                && Objects.equals(runtime.version, version)
                && runtime.build.equals(build)
                && runtime.start.equals(start)
                && runtime.checkout.equals(checkout);
    }

    @Override
    public int hashCode() {
        return Objects.hash(language, version, build, start, checkout);
    }

    @Override
    public String toString() {
        return "NativeRuntime." + language.word() + "(" + (version == null ? "" : JavaText.quoted(version)) + ")"
                + (build.isEmpty() ? "" : ".build(" + JavaText.quoted(build) + ")")
                + (start.isEmpty() ? "" : ".start(" + JavaText.quoted(start) + ")")
                + checkout;
    }
}
