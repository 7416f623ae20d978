package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is live on Render, imported and validated by a user who types. */
class RenderImportTest {
    @TempDir
    private Path scratch;

    private Shell shell;

    @BeforeEach
    void aFolder() throws Exception {
        shell = new Shell(scratch);
        Files.writeString(shell.work().resolve("Shop.java"), """
                import dev.davit.*;

                class Shop implements Definition {
                  @Override public void define(Infra infra) {
                    var jobs = infra.jobQueue("jobs");
                    infra.worker("mailer", Image.of("ghcr.io/acme/mailer:1"), w -> w
                        .env("QUEUE_URL", jobs.url())
                        .env("SMTP_PASSWORD", infra.generatedSecret("smtp-password")));
                    infra.deployTo(Render.settings());
                  }
                }
                """);
    }

    @Test
    void what_is_live_is_imported_and_adopted_without_a_change() throws Exception {
        Child.Result applied = shell.run("davit apply Shop.java --sandbox --yes");
        assertThat(applied.code()).as(applied.err()).isZero();

        Child.Result imported = shell.run("davit import --live --sandbox --class Taken");
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.err())
                .contains(
                        "secret     live  SMTP_PASSWORD of worker mailer looks like a secret: its value is not written")
                .contains("left out   live  what Render's API does not tell is not read")
                .contains("0 differences: ", "next: davit plan Taken.java --adopt --sandbox\n")
                .contains("wrote Taken.java\n");
        assertThat(Files.readString(shell.work().resolve("Taken.java")))
                .contains(".env(\"QUEUE_URL\", jobs.url())")
                .contains(".env(\"SMTP_PASSWORD\", infra.secret(\"smtp-password\"))");

        Child.Result planned = shell.run("davit plan Taken.java --adopt --sandbox --output json");
        assertThat(planned.code()).as(planned.err()).isZero();
        assertThat(planned.out())
                .contains("\"create\": 0", "\"update\": 0", "\"adopt\": 2", "\"delete\": 0", "\"fields\": []")
                .doesNotContain("\"fields\": [\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--live --sandbox --from kubernetes | --sandbox | Kubernetes has none",
                "--live --environment a/b --from kubernetes | --environment | Render has environments, and Kubernetes --namespace",
                "--live --from render --namespace shop | --namespace | Kubernetes has namespaces, and Render --environment",
                "--live --sandbox --context shop | --sandbox --context | a sandbox is a place of its own",
                "render.yaml --sandbox | --sandbox | it is a live place, and files need none",
                "render.yaml --environment a/b | --environment | it names what is live, and of files all is imported"
            })
    void what_does_not_fit_together_is_refused(String arguments, String where, String why) {
        assertThat(InProcess.run(("import " + arguments).split(" ")))
                .isEqualTo(new Child.Result(64, "", """
                        error: these do not fit together
                          --> %s
                          why  %s
                          fix  leave one of them out
                        """.formatted(where, why)));
    }

    @Test
    void an_empty_workspace_says_so() throws Exception {
        Child.Result result = shell.run("davit import --live --sandbox");
        assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(result.err()).startsWith("error: there is nothing to import\n  --> workspace sandbox (tea-");
    }

    @Test
    void render_says_whether_it_would_take_a_blueprint() throws Exception {
        assertThat(shell.run("davit validate Shop.java --sandbox").out())
                .isEqualTo("render would take render/render.yaml: 1 service, 1 Key Value\n");
        Files.writeString(shell.work().resolve("render.yaml"), """
                services:
                  - type: worker
                    name: mailer
                    runtime: node
                    numInstances: many
                """);
        Child.Result refused = shell.run("davit validate render.yaml --sandbox");
        assertThat(refused.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(refused.out()).startsWith("render.yaml:5 /services/0/numInstances: ");
    }

    @Test
    void a_doctor_tries_the_key_that_is_there() throws Exception {
        Child.Result result = shell.run("""
                davit sandbox > vars 2> /dev/null &
                until [ "$(wc -l < vars)" -ge 2 ]; do sleep 0.1; done
                . ./vars
                davit doctor | grep '^[a-z]* *render '
                RENDER_API_KEY=rnd_wrong davit doctor > wrong; echo $?
                grep -A1 '^[a-z]* *render ' wrong
                kill $!
                """);
        assertThat(result.out())
                .matches(
                        "(?s)ok       render       workspace sandbox \\(tea-[a-z0-9]+\\)\n1\nfailed   render       .*");
        assertThat(result.out()).doesNotContain("rnd_wrong");
    }
}
