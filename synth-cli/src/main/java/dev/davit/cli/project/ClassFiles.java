package dev.davit.cli.project;

import java.util.Optional;

/** Tell which entries of a jar or a class folder are classes, and what they are called. */
final class ClassFiles {
    private static final String SUFFIX = ".class";

    private ClassFiles() {}

    static Optional<String> className(String entry) {
        boolean described = entry.endsWith("-info" + SUFFIX) || entry.startsWith("META-INF/");
        return entry.endsWith(SUFFIX) && !described
                ? Optional.of(
                        entry.substring(0, entry.length() - SUFFIX.length()).replace('/', '.'))
                : Optional.empty();
    }
}
