package dev.davit.cli.project;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Find Davit's own jars on the running class path: what user code is compiled against. */
final class DavitJars {
    private DavitJars() {}

    /** Not the libraries behind them: a definition that imports Davit's JSON library would break with the next release. */
    static List<Path> onClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .filter(entry -> Files.isDirectory(entry)
                        || entry.getFileName().toString().startsWith("davit-"))
                .toList();
    }

    /** Add what changes when any of them is built again, without reading them. */
    static void identify(List<Path> jars, ContentKey key) {
        for (Path jar : jars) {
            try (Stream<Path> files = Files.walk(jar)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    key.add(file.toString())
                            .add(Files.size(file) + " "
                                    + Files.getLastModifiedTime(file).toMillis());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
