package dev.davit.target;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** A folder for one try of a law, deleted with all that is in it. */
final class Scratch implements Closeable {
    private final Path folder;

    Scratch() throws IOException {
        folder = Files.createTempDirectory("davit-law");
    }

    Path folder() {
        return folder;
    }

    /** All files but the manifest, by path. */
    Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (var walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        files.remove(OutputManifest.NAME);
        return files;
    }

    @Override
    public void close() throws IOException {
        try (var walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
