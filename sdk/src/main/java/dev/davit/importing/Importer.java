package dev.davit.importing;

import java.nio.file.Path;
import java.util.Optional;

/** Turn files of one platform into a definition. Found by {@code ServiceLoader}. */
public interface Importer {
    /** Give the name of the platform's target: {@code render}, {@code kubernetes}. */
    String target();

    /**
     * Import a file.
     *
     * @param file the file
     * @param packageName the package of the class, if it is to be in one
     * @param className the class's name; empty to take one from what the file is about
     * @throws dev.davit.document.DocumentException if it cannot be read
     * @throws ImportException if it holds nothing of the platform, or this Java has no compiler
     */
    Imported read(Path file, Optional<String> packageName, Optional<String> className);

    /**
     * Write old words of a file anew.
     *
     * @throws dev.davit.document.DocumentException if it cannot be read
     * @throws ImportException if it holds nothing of the platform
     */
    Formatted format(Path file);
}
