package dev.davit;

import java.util.List;
import java.util.Optional;

/**
 * Say which files of which repository a build takes.
 *
 * @param repo address of the repository; empty for the one that holds the definition
 * @param branch branch; empty for the repository's default
 * @param rootDir folder to build in, relative to the repository's root; empty for the root
 * @param paths globs of the files whose change starts a build; empty for all
 * @param ignoredPaths globs of the files whose change starts none
 */
public record Checkout(
        Optional<String> repo,
        Optional<String> branch,
        Optional<String> rootDir,
        List<String> paths,
        List<String> ignoredPaths) {
    static final Checkout HERE =
            new Checkout(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    public Checkout {
        paths = List.copyOf(paths);
        ignoredPaths = List.copyOf(ignoredPaths);
    }

    Checkout withRepo(String url) {
        return new Checkout(Optional.of(url), branch, rootDir, paths, ignoredPaths);
    }

    Checkout withBranch(String name) {
        return new Checkout(repo, Optional.of(name), rootDir, paths, ignoredPaths);
    }

    Checkout withRootDir(String folder) {
        return new Checkout(repo, branch, Optional.of(folder), paths, ignoredPaths);
    }

    Checkout withPaths(String... globs) {
        return new Checkout(repo, branch, rootDir, List.of(globs), ignoredPaths);
    }

    Checkout withIgnoredPaths(String... globs) {
        return new Checkout(repo, branch, rootDir, paths, List.of(globs));
    }

    /** Write the setters that made it, as Java. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        repo.ifPresent(it -> text.append(".repo(").append(JavaText.quoted(it)).append(')'));
        branch.ifPresent(
                it -> text.append(".branch(").append(JavaText.quoted(it)).append(')'));
        rootDir.ifPresent(
                it -> text.append(".rootDir(").append(JavaText.quoted(it)).append(')'));
        globs(text, ".paths(", paths);
        globs(text, ".ignoring(", ignoredPaths);
        return text.toString();
    }

    private static void globs(StringBuilder text, String call, List<String> globs) {
        if (!globs.isEmpty()) {
            text.append(call)
                    .append(String.join(
                            ", ", globs.stream().map(JavaText::quoted).toList()))
                    .append(')');
        }
    }
}
