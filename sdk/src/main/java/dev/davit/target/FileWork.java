package dev.davit.target;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Do the single steps that change an output folder; a test puts a failing one in its place.
 *
 * <p>Nothing is forced to the platter: after a power failure the output is synthesized again, and a forced write per
 * file would cost more than the whole synthesis.
 */
interface FileWork {
    FileWork REAL = new FileWork() {};

    default void createFolders(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    default void write(Path file, List<byte[]> parts) throws IOException {
        // Never through a link that someone planted under the name: CREATE_NEW follows none.
        Files.deleteIfExists(file);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (byte[] part : parts) {
                out.write(part);
            }
        }
    }

    default void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    default void delete(Path file) throws IOException {
        Files.delete(file);
    }
}
