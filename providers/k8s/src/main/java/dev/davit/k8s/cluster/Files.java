package dev.davit.k8s.cluster;

import dev.davit.apply.ApplyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Read the files that a configuration names. */
final class Files {
    private Files() {}

    static String text(Path file, String what) {
        try {
            return java.nio.file.Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ApplyException(
                    ApplyException.Reason.NO_PERMISSION,
                    what + " cannot be read (" + e.getClass().getSimpleName() + ")",
                    file.toString(),
                    "check the path and your rights to the file",
                    e);
        }
    }
}
