package dev.davit.importing;

import java.nio.file.Path;
import java.util.Optional;

/** Turn files of one platform into a definition. Found by {@code ServiceLoader}. */
public interface Importer {
    /** Give the name of the platform's target: {@code render}, {@code kubernetes}. */
    String target();

    /** Say whether a text is of its platform, as far as a glance tells. */
    boolean recognises(String text);

    /**
     * Import what somebody wrote, or what is live.
     *
     * @param packageName the package of the class, if it is to be in one
     * @param className the class's name; empty to take one from what the file is about
     * @throws dev.davit.document.DocumentException if it cannot be read
     * @throws ImportException if it holds nothing of the platform, cannot be imported from there, or this Java has no compiler
     */
    Imported read(ImportSource source, Optional<String> packageName, Optional<String> className);

    /**
     * Write old words of a file anew.
     *
     * @throws dev.davit.document.DocumentException if it cannot be read
     * @throws ImportException if it holds nothing of the platform
     */
    Formatted format(Path file);
}
