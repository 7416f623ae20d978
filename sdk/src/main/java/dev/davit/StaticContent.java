package dev.davit;

import java.util.Objects;
import java.util.Optional;

/** Say which files a static site publishes and what builds them. */
public final class StaticContent {
    private final String publishPath;
    private final String build;
    private final String node;
    private final Checkout checkout;

    private StaticContent(String publishPath, String build, String node, Checkout checkout) {
        this.publishPath = publishPath;
        this.build = build;
        this.node = node;
        this.checkout = checkout;
    }

    /**
     * Name the folder to publish, relative to the repository's root, or to {@code rootDir} where one is set.
     *
     * @throws IllegalArgumentException if the path is absolute or leaves the repository
     */
    public static StaticContent at(String publishPath) {
        if (publishPath.isBlank() || publishPath.startsWith("/") || publishPath.contains("..")) {
            throw new IllegalArgumentException("StaticContent.at(" + JavaText.quoted(publishPath)
                    + ") is no folder of the repository: give a relative path without .., such as \"dist\"");
        }
        return new StaticContent(publishPath, null, null, Checkout.HERE);
    }

    /** Run a shell command to build the files; nothing is built unless given. */
    public StaticContent build(String command) {
        return new StaticContent(publishPath, Objects.requireNonNull(command, "command"), node, checkout);
    }

    /** Build with Node.js of a version, such as {@code "22"}; the platform's own choice unless given. */
    public StaticContent node(String version) {
        return new StaticContent(publishPath, build, Objects.requireNonNull(version, "version"), checkout);
    }

    /** Build from another repository than the one that holds the definition. */
    public StaticContent repo(String url) {
        return with(checkout.withRepo(url));
    }

    /** Build another branch than the repository's default. */
    public StaticContent branch(String name) {
        return with(checkout.withBranch(name));
    }

    /** Build in a folder of the repository. */
    public StaticContent rootDir(String folder) {
        return with(checkout.withRootDir(folder));
    }

    /** Start a build only when a file changes that one of the globs names. */
    public StaticContent paths(String... globs) {
        return with(checkout.withPaths(globs));
    }

    /** Start no build when only files change that the globs name. */
    public StaticContent ignoring(String... globs) {
        return with(checkout.withIgnoredPaths(globs));
    }

    private StaticContent with(Checkout other) {
        return new StaticContent(publishPath, build, node, other);
    }

    /** Give the folder to publish. */
    public String publishPath() {
        return publishPath;
    }

    /** Give the shell command that builds, if there is one. */
    public Optional<String> build() {
        return Optional.ofNullable(build);
    }

    /** Give the version of Node.js to build with, if the user chose one. */
    public Optional<String> node() {
        return Optional.ofNullable(node);
    }

    /** Give where the sources lie. */
    public Checkout checkout() {
        return checkout;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StaticContent content
                && content.publishPath.equals(publishPath)
                && Objects.equals(content.build, build)
                && Objects.equals(content.node, node)
                && content.checkout.equals(checkout);
    }

    @Override
    public int hashCode() {
        return Objects.hash(publishPath, build, node, checkout);
    }

    @Override
    public String toString() {
        return "StaticContent.at(" + JavaText.quoted(publishPath) + ")"
                + (node == null ? "" : ".node(" + JavaText.quoted(node) + ")")
                + (build == null ? "" : ".build(" + JavaText.quoted(build) + ")")
                + checkout;
    }
}
