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
                infra.worker("mailer", Image.of("ghcr.io/acme/mailer:1.0.0"), w -> w
                    .scale(Scale.between(2, 6))
                    .acknowledge("SCL001", "two are enough for the demo", LocalDate.of(2999, 1, 31)));
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
                muted error SCL001  worker "mailer" says how many instances, but not when
                  --> Demo.java:7  .scale(Scale.between(2, 6))                       worker "mailer"
                  muted until 2999-01-31  two are enough for the demo

                1 muted
                """, ""));
    }

    @Test
    void at_80_columns_no_line_is_longer() throws IOException {
        Child.Result result = InProcess.run(java.util.Map.of("COLUMNS", "80"), "check", source());
        assertThat(result.out())
                .startsWith("muted error SCL001")
                .satisfies(it -> assertThat(it.lines()).allMatch(line -> line.length() <= 80));
    }

    @Test
    void machines_read_who_accepted_what_and_why() throws IOException {
        Child.Result result = InProcess.run("check", source(), "--output", "json");
        assertThat(result.code()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).contains("""
                      "acknowledgement": {
                        "rule": "SCL001",
                        "reason": "two are enough for the demo",
                        "until": "2999-01-31",
                        "origin": {
                          "kind": "user",
                          "text": ".acknowledge(\\"SCL001\\", \\"two are enough for the demo\\", LocalDate.of(2999, 1, 31))",
                """);
    }
}
