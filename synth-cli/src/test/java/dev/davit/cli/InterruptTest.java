package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterruptTest {
    private static final String LOOP = """
            import dev.davit.*;

            class Loop implements Definition {
              @Override public void define(Infra infra) {
                infra.cache("sessions");
                System.out.println("looping");
                while (true) Thread.onSpinWait();
              }
            }
            """;

    /** A build that was started in the background ignores SIGINT, under nohup SIGHUP, and its children would, too. */
    private static final String LISTENING =
            "env --default-signal=INT,HUP true 2>/dev/null && exec env --default-signal=INT,HUP davit %s; exec davit %1$s";

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void a_signal_ends_an_endless_loop(String signal, int code) throws Exception {
        Shell shell = new Shell(scratch);
        Files.writeString(shell.work().resolve("Loop.java"), LOOP);
        Process davit = shell.start(LISTENING.formatted("synth Loop.java -o out"));
        try (BufferedReader said = davit.errorReader()) {
            assertThat(said.readLine()).isEqualTo("looping");
            new ProcessBuilder("kill", "-" + signal, Long.toString(davit.pid()))
                    .start()
                    .waitFor();
            assertThat(davit.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(davit.exitValue()).isEqualTo(code);
            assertThat(said.lines()).isEmpty();
        } finally {
            davit.destroyForcibly();
        }
        assertThat(shell.work().resolve("out")).doesNotExist();
    }
}
