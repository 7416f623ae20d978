package dev.davit.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Compares files with those of a folder; {@code -Ddavit.update=true} writes the folder anew and still fails the run. */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/golden");

    private Golden() {}

    /** Compare. */
    public static void assertSame(String name, Map<String, String> files) {
        try {
            Path folder = FOLDER.resolve(name);
            Map<String, String> expected = read(folder);
            if (Boolean.getBoolean("davit.update")) {
                write(folder, files);
            }
            assertThat(files).as("files of %s", folder).isEqualTo(expected);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.list(folder)) {
                for (Path path : paths.toList()) {
                    files.put(path.getFileName().toString(), Files.readString(path));
                }
            }
        }
        return files;
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
