package dev.davit.cli.project;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Say how a user's project is opened.
 *
 * @param className the class to take where there is more than one definition
 * @param cache where compiled classes and resolved class paths are kept; empty to keep nothing
 * @param notes hears what takes long, line by line
 */
public record ProjectOptions(Optional<String> className, Optional<Path> cache, Consumer<String> notes) {
    /** Keep the cache where the environment says: {@code $XDG_CACHE_HOME/davit}, else {@code $HOME/.cache/davit}. */
    public static ProjectOptions of(Map<String, String> environment, Consumer<String> notes) {
        return new ProjectOptions(Optional.empty(), cacheFolder(environment), notes);
    }

    /** Take this class where there is more than one definition. */
    public ProjectOptions withClassName(String name) {
        return new ProjectOptions(Optional.of(name), cache, notes);
    }

    private static Optional<Path> cacheFolder(Map<String, String> environment) {
        return absolute(environment.get("XDG_CACHE_HOME"))
                .or(() -> absolute(environment.get("HOME")).map(home -> home.resolve(".cache")))
                .map(folder -> folder.resolve("davit"));
    }

    /** The XDG base directory specification has a relative path ignored. */
    private static Optional<Path> absolute(String folder) {
        return Optional.ofNullable(folder).map(Path::of).filter(Path::isAbsolute);
    }
}
