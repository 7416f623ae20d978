package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code davit logs} as a user types it, in Davit's own Render. */
class LogsTest {
    private static final String SHOP = """
            import dev.davit.*;

            class Shop implements Definition {
              @Override public void define(Infra infra) {
                infra.privateService("web", Image.of("ghcr.io/acme/web:1.0.0"), s -> s.port(8080));
                infra.worker("mailer", Image.of("ghcr.io/acme/mailer:1.0.0"));
              }
            }
            """;

    private static final String OF = " Shop.java --sandbox";

    @TempDir
    private Path scratch;

    private Shell shell;

    @BeforeEach
    void aDefinition() throws Exception {
        shell = new Shell(scratch);
        Files.writeString(shell.work().resolve("Shop.java"), SHOP);
    }

    private void apply() throws Exception {
        Child.Result applied = shell.run("davit apply" + OF + " --yes");
        assertThat(applied.code()).as(applied.err()).isZero();
    }

    private List<String> lines(String command) throws Exception {
        Child.Result result = shell.run("davit logs" + command);
        assertThat(result).returns(0, Child.Result::code).returns("", Child.Result::err);
        return result.out().lines().toList();
    }

    @Test
    void lines_say_whose_they_are_and_come_in_order_of_time() throws Exception {
        apply();
        List<String> all = lines(OF);
        assertThat(all)
                .hasSizeGreaterThan(3)
                .allMatch(it -> it.matches("(web|mailer) ==> Deploy dep-\\w+: .+"))
                .anyMatch(it -> it.matches("web .*: live"));
        assertThat(lines(" Shop.java web --sandbox"))
                .isEqualTo(all.stream().filter(it -> it.startsWith("web ")).toList());
        assertThat(lines(" --stack shop web --sandbox")).hasSameElementsAs(lines(" Shop.java web --sandbox"));
        assertThat(lines(OF + " --tail 2")).isEqualTo(all.subList(all.size() - 2, all.size()));
        assertThat(lines(OF + " --since 5h --timestamps"))
                .isSorted()
                .allMatch(it -> it.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (web|mailer) ==> .*"))
                .hasSameSizeAs(all);
        assertThat(lines(OF + " --json --tail 1"))
                .singleElement()
                .asString()
                .matches("\\{\"time\":\"[^\"]+Z\",\"resource\":\"(web|mailer)\",\"text\":\"==> Deploy [^\"]+\"}");
    }

    @Test
    void where_there_is_nothing_it_says_so() throws Exception {
        String none = "no lines of shop/prod in the last 24h\n";
        assertThat(shell.run("davit logs Shop.java web --sandbox"))
                .returns(0, Child.Result::code)
                .returns("", Child.Result::out)
                .extracting(Child.Result::err)
                .asString()
                .endsWith("nothing live has the name web\n" + none);
        assertThat(shell.run("davit logs" + OF + " --since 90s"))
                .isEqualTo(new Child.Result(0, "", "no lines of shop/prod in the last 90s\n"));
    }

    @Test
    void a_name_that_there_is_not_is_met_with_those_that_there_are() throws Exception {
        apply();
        assertThat(shell.run("davit logs Shop.java wbe --sandbox")).isEqualTo(new Child.Result(64, "", """
                error: there is no resource wbe
                  --> shop/prod
                  why  there are mailer, web
                  fix  did you mean web?
                """));
        assertThat(shell.run("davit logs --stack shop web database --sandbox"))
                .isEqualTo(new Child.Result(64, "", """
                        error: there is no resource database
                          --> shop/prod
                          why  there are mailer, web
                          fix  name one of them, or none for all
                        """));
        assertThat(shell.run("davit logs --tail 0" + OF)).isEqualTo(new Child.Result(64, "", """
                error: this leaves no lines
                  --> --tail
                  why  it takes 1 or more
                  fix  write a larger one
                """));
    }

    @Test
    void who_follows_sees_what_comes_until_a_signal_ends_it() throws Exception {
        apply();
        Process logs = shell.start("exec env --default-signal=INT davit logs" + OF + " -f --tail 1");
        try (BufferedReader out = logs.inputReader()) {
            assertThat(out.readLine()).contains("==> Deploy ");
            Files.writeString(shell.work().resolve("Shop.java"), SHOP.replace("web:1.0.0", "web:2.0.0"));
            apply();
            assertThat(out.readLine()).startsWith("web ==> Deploy ");
            new ProcessBuilder("kill", "-INT", Long.toString(logs.pid()))
                    .start()
                    .waitFor();
            assertThat(logs.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(logs.exitValue()).isEqualTo(130);
            assertThat(logs.errorReader().lines()).isEmpty();
        } finally {
            logs.destroyForcibly();
        }
    }
}
