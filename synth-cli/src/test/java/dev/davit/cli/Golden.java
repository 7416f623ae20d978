package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compare text with a file that is kept in the repository; {@code -Ddavit.update=true} rewrites the file and still fails. */
public final class Golden {
    private Golden() {}

    public static void assertHolds(Path file, String actual) throws IOException {
        String expected = Files.exists(file) ? Files.readString(file) : "";
        if (Boolean.getBoolean("davit.update") && !actual.equals(expected)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
            fail(file + " is rewritten: look at the difference, then run without -Ddavit.update");
        }
        assertThat(actual).as("%s (rewrite with -Ddavit.update=true)", file).isEqualTo(expected);
    }
}
