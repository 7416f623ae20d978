package dev.davit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What was agreed on, in {@code src/test/golden}; {@code -Ddavit.update=true} writes it anew and still fails. */
public final class Golden {
    private Golden() {}

    public static void assertSame(String file, String actual) throws IOException {
        Path golden = Path.of("src/test/golden", file);
        if (Boolean.getBoolean("davit.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, actual);
            fail(golden + " is rewritten: look at the difference, then run without -Ddavit.update");
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }
}
