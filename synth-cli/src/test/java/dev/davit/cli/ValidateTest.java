package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code davit validate}, with a platform that can be asked. */
class ValidateTest {
    @TempDir
    private Path scratch;

    private Shell shell;

    @BeforeEach
    void aPlatformMore() throws IOException {
        Path services = Files.createDirectories(scratch.resolve("more/META-INF/services"));
        Files.writeString(services.resolve("dev.davit.target.Target"), StrictTarget.class.getName() + "\n");
        shell = new Shell(scratch).with("JAVA_OPTIONS", "-Xbootclasspath/a:" + scratch.resolve("more"));
    }

    private void define(String id) throws IOException {
        Files.writeString(shell.work().resolve("Shop.java"), """
                import dev.davit.*;

                class Shop implements Definition {
                  @Override public void define(Infra infra) {
                    infra.cache("%s");
                  }
                }
                """.formatted(id));
    }

    @Test
    void what_the_platform_would_take_is_said() throws Exception {
        define("sessions");
        assertThat(shell.run("davit validate Shop.java --target strict"))
                .isEqualTo(new Child.Result(0, "strict would take strict/names.yaml\n", ""));
        assertThat(shell.work().resolve("out")).doesNotExist();
    }

    @Test
    void what_the_platform_refuses_is_a_gate_that_says_where() throws Exception {
        define("my-sessions");
        assertThat(shell.run("davit validate Shop.java --target strict"))
                .isEqualTo(new Child.Result(3, "strict/names.yaml:2 /names/0: a name has no dash\n", ""));
    }

    @Test
    void a_file_goes_there_as_it_is() throws Exception {
        Files.writeString(shell.work().resolve("render.yaml"), "services:\n- good\n- not-so-good\n");
        assertThat(shell.run("davit validate render.yaml --target strict"))
                .isEqualTo(new Child.Result(3, "render.yaml:3 /names/1: a name has no dash\n", ""));
    }

    @Test
    void more_live_targets_are_more_to_choose_from() throws Exception {
        define("sessions");
        Child.Result asked = shell.run("davit validate Shop.java");
        assertThat(asked.code()).isEqualTo(ExitCode.USAGE);
        assertThat(asked.err())
                .contains("it places nothing, so it may be meant for strict or for render or for kubernetes\n");
    }

    @Test
    void kubernetes_has_no_such_check_and_says_what_has() throws Exception {
        define("sessions");
        Files.writeString(shell.work().resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: nowhere
                contexts: [{name: nowhere, context: {cluster: nowhere, user: nobody}}]
                clusters: [{name: nowhere, cluster: {server: "https://127.0.0.1:1"}}]
                users: [{name: nobody, user: {token: none}}]
                """);
        assertThat(shell.with("KUBECONFIG", "kubeconfig").run("davit validate Shop.java --target kubernetes"))
                .isEqualTo(new Child.Result(64, "", """
                        error: kubernetes has no check of files that can be asked
                          --> --target kubernetes
                          fix  davit check looks at the same files by rules and schemas; davit plan asks for each object
                        """));
    }

    @Test
    void what_has_an_error_of_its_own_is_not_sent() throws Exception {
        Files.writeString(shell.work().resolve("Shop.java"), """
                import dev.davit.*;

                class Shop implements Definition {
                  @Override public void define(Infra infra) {
                    infra.cache("sessions");
                    infra.cache("sessions");
                  }
                }
                """);
        Child.Result stopped = shell.run("davit validate Shop.java --target strict");
        assertThat(stopped.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(stopped.out()).isEmpty();
        assertThat(stopped.err()).contains("error: the definition has findings that stop it\n");
    }
}
