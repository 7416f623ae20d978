package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgementsTest {
    private static final String SOURCE = """
            import dev.davit.*;
            import java.time.LocalDate;

            class Demo implements Definition {
              @Override public void define(Infra infra) {
                infra.webService("web", Image.of("ghcr.io/acme/web:1.0.0"), w -> w
                    .domain("demo.example.com")
                    .acknowledge("HLT001", "the demo may drop requests", LocalDate.of(2999, 1, 31)));
              }
            }
            """;

    @TempDir
    private Path folder;

    private String source() throws IOException {
        return Files.writeString(folder.resolve("Demo.java"), SOURCE).toString();
    }

    @Test
    void a_muted_finding_is_shown_as_muted_and_stops_nothing() throws IOException {
        assertThat(InProcess.run("check", source())).isEqualTo(new Child.Result(ExitCode.OK, """
                muted error HLT001  web service "web" does not show when it is ready
                  --> Demo.java:6  .webService("web", ...)                           web service "web"
                  muted until 2999-01-31  the demo may drop requests

                1 muted
                """, ""));
    }

    @Test
    void at_80_columns_no_line_is_longer() throws IOException {
        Child.Result result = InProcess.run(java.util.Map.of("COLUMNS", "80"), "check", source());
        assertThat(result.out())
                .startsWith("muted error HLT001")
                .satisfies(it -> assertThat(it.lines()).allMatch(line -> line.length() <= 80));
    }

    @Test
    void machines_read_who_accepted_what_and_why() throws IOException {
        Child.Result result = InProcess.run("check", source(), "--output", "json");
        assertThat(result.code()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).contains("""
                      "acknowledgement": {
                        "rule": "HLT001",
                        "reason": "the demo may drop requests",
                        "until": "2999-01-31",
                        "origin": {
                          "kind": "user",
                          "text": ".acknowledge(\\"HLT001\\", \\"the demo may drop requests\\", LocalDate.of(2999, 1, 31))",
                """);
    }
}
