package dev.davit.k8s.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with a file; {@code -Ddavit.update=true} writes the file anew and still fails the run. */
final class Table {
    private static final Path FOLDER = Path.of("src/test/golden/effect");

    private Table() {}

    static void assertSame(String name, String text) {
        Path file = FOLDER.resolve(name + ".txt");
        try {
            String expected = Files.exists(file) ? Files.readString(file) : "";
            if (Boolean.getBoolean("davit.update")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(text).as("content of %s", file).isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
