package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private static final String UNKNOWN = """
            error: there is no command verson
              --> davit
              fix  did you mean version? Else run "davit --help"
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "help", "version", "completion"})
    void every_command_explains_itself(String command) throws Exception {
        List<String> words = command.isEmpty() ? List.of("--help") : List.of(command, "--help");
        Child.Result result = new Child(folder).run(words.toArray(String[]::new));
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Usage: davit " + command).doesNotContain("\u001b");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void the_version_goes_to_stdout_alone() throws Exception {
        Child.Result result = new Child(folder).run("version");
        assertThat(result)
                .isEqualTo(new Child.Result(
                        0, "davit 0.1.0-SNAPSHOT (Java " + Runtime.version().feature() + ")\n", ""));
        assertThat(new Child(folder).run("--version")).isEqualTo(result);
    }

    @Test
    void a_mistyped_command_is_a_usage_error_with_the_nearest_name() throws Exception {
        assertThat(new Child(folder).run("verson")).isEqualTo(new Child.Result(64, "", UNKNOWN));
    }

    @Test
    void a_mistyped_option_is_a_usage_error_with_the_nearest_name() throws Exception {
        assertThat(new Child(folder).run("version", "--colour=never")).isEqualTo(new Child.Result(64, "", """
                                error: there is no option --colour
                                  --> davit version
                                  fix  did you mean --color? Else run "davit version --help"
                                """));
    }

    @Test
    void a_wrong_value_is_a_usage_error() throws Exception {
        assertThat(new Child(folder).run("version", "--color", "blue")).isEqualTo(new Child.Result(64, "", """
                                error: blue is not a value of --color
                                  --> davit version
                                  why  it takes auto, always or never
                                  fix  run "davit version --help"
                                """));
    }

    @Test
    void no_command_at_all_is_a_usage_error_that_shows_the_help() throws Exception {
        Child.Result result = new Child(folder).run();
        assertThat(result.code()).isEqualTo(64);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("Usage: davit ");
    }

    @Test
    void color_is_off_in_a_pipe_and_obeys_the_environment_and_the_option() throws Exception {
        assertThat(new Child(folder).with("FORCE_COLOR", "1").run("verson").err())
                .startsWith("\u001b[1;31merror:\u001b[0m there");
        assertThat(new Child(folder)
                        .with("FORCE_COLOR", "1")
                        .with("NO_COLOR", "1")
                        .run("verson")
                        .err())
                .isEqualTo(UNKNOWN);
        assertThat(new Child(folder)
                        .with("CLICOLOR_FORCE", "1")
                        .with("NO_COLOR", "")
                        .run("verson")
                        .err())
                .contains("\u001b");
        assertThat(new Child(folder)
                        .with("NO_COLOR", "1")
                        .run("--color", "always", "--help")
                        .out())
                .contains("\u001b");
        assertThat(new Child(folder).java("-Ddavit.tty=2").run("verson").err()).contains("\u001b");
        assertThat(new Child(folder)
                        .java("-Ddavit.tty=2")
                        .with("TERM", "dumb")
                        .run("verson")
                        .err())
                .isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec \"$@\" <&-", "exec \"$@\" >&-", "exec \"$@\" <&- >&- 2>&-"})
    void closed_streams_end_quietly_with_the_right_code(String script) throws Exception {
        assertThat(new Child(folder).runIn(script, "version"))
                .returns(0, Child.Result::code)
                .returns("", Child.Result::err);
        assertThat(new Child(folder).runIn(script, "nope")).returns(64, Child.Result::code);
    }

    @Test
    void a_reader_that_leaves_early_is_no_failure() throws Exception {
        Child.Result result = new Child(folder).runIn("{ \"$@\"; echo $? >code; } | true", "completion", "bash");
        assertThat(result.err()).isEmpty();
        assertThat(folder.resolve("code")).hasContent("0\n");
    }

    @Test
    void a_product_that_is_lost_is_a_failure() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        assertThat(new Child(folder).runIn("exec \"$@\" >/dev/full", "version"))
                .isEqualTo(new Child.Result(73, "", """
                                error: the output could not be written
                                  --> standard output
                                  why  No space left on device
                                  fix  mend that or send the output elsewhere, then run again
                                """));
    }

    @Test
    void a_mistake_of_davit_itself_says_how_to_see_more() throws Exception {
        assertThat(new Child(folder).run("break")).isEqualTo(new Child.Result(70, "", """
                                error: davit has a mistake and stopped
                                  why  java.lang.IllegalStateException: this cannot be
                                  fix  run again with --verbose and report the stack trace that it shows
                                """));
        assertThat(new Child(folder).run("break", "--verbose").err()).contains("\tat dev.davit.cli.");
    }

    @Test
    void help_lists_the_exit_codes() throws Exception {
        assertThat(new Child(folder).run("help", "exit-codes").out())
                .startsWith("0    done\n")
                .contains("\n2    there are changes; only with --detailed-exitcode\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void completion_is_a_script_that_the_shell_accepts(String shell) throws IOException, InterruptedException {
        Child.Result script = new Child(folder).run("completion", shell);
        assertThat(script.out()).contains("version").contains("--color");
        Files.writeString(folder.resolve("script"), script.out());
        Process check = new ProcessBuilder(
                        "bash", "-n", folder.resolve("script").toString())
                .inheritIO()
                .start();
        assertThat(check.waitFor()).isZero();
    }

    @Test
    void completion_for_fish_names_commands_and_options() throws Exception {
        assertThat(new Child(folder).run("completion", "fish").out())
                .contains(
                        "complete -c davit -n __fish_use_subcommand -a version -d 'Show the version of davit and of the "
                                + "Java that runs it.'\n")
                .contains("complete -c davit -n '__fish_seen_subcommand_from version' -l color -r");
    }
}
