package dev.davit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The script at the root of the repository, in pretended checkouts that hold the jars of this build. */
class LauncherIT {
    @TempDir
    private Path scratch;

    static List<Case> launcher() throws IOException {
        return Case.below("launcher");
    }

    @ParameterizedTest
    @MethodSource("launcher")
    void the_launcher_finds_what_it_needs_or_says_what_is_missing(Case each) throws Exception {
        each.run(scratch);
    }
}
