package dev.davit.cli.project;

import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Say how a user's project is opened.
 *
 * @param className the class to take where there is more than one definition
 * @param cache where compiled classes and resolved class paths are kept; empty to keep nothing
 * @param notes hears what takes long, line by line
 * @param lastWords shows why user code cannot go on and gives the exit code, where no exception can carry it: user code that
 *     ends the process, or a thread of its own that died
 */
public record ProjectOptions(
        Optional<String> className, Optional<Path> cache, Consumer<String> notes, ToIntFunction<Failure> lastWords) {
    /** Keep the cache where the environment says: {@code $XDG_CACHE_HOME/davit}, else {@code $HOME/.cache/davit}. */
    public static ProjectOptions of(Terminal terminal) {
        return new ProjectOptions(
                Optional.empty(), cacheFolder(terminal.environment()), terminal::note, terminal::show);
    }

    /** Take this class where there is more than one definition. */
    public ProjectOptions withClassName(String name) {
        return new ProjectOptions(Optional.of(name), cache, notes, lastWords);
    }

    /** Give the cache's folder in an environment, if it names a place for one. */
    public static Optional<Path> cacheFolder(Map<String, String> environment) {
        return absolute(environment.get("XDG_CACHE_HOME"))
                .or(() -> absolute(environment.get("HOME")).map(home -> home.resolve(".cache")))
                .map(folder -> folder.resolve("davit"));
    }

    /** The XDG base directory specification has a relative path ignored. */
    private static Optional<Path> absolute(String folder) {
        return Optional.ofNullable(folder).map(Path::of).filter(Path::isAbsolute);
    }
}
