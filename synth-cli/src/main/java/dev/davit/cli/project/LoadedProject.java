package dev.davit.cli.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Hold a project whose classes can be loaded, before its definition is looked for.
 *
 * @param argument what the user gave
 * @param origins for each of the user's classes the file to name in a message
 * @param declared the class that the project itself names as its definition
 */
record LoadedProject(
        Path argument,
        Path baseDirectory,
        List<Path> sources,
        UserClassLoader loader,
        SortedMap<String, String> origins,
        Optional<String> declared) {}
