package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No command hangs, shows a stack trace or ends with another code because of what is around it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryCommandTest {
    private static final String SHOP = """
            import dev.davit.*;

            class Shop implements Definition {
              @Override public void define(Infra infra) {
                infra.cache("sessions");
              }
            }
            """;

    /** Asked once per command: a process each would double the time of all this. */
    private final Map<String, Integer> usualCodes = new HashMap<>();

    @TempDir
    private Path scratch;

    private Shell shell;

    @BeforeEach
    void aDefinition() throws Exception {
        shell = new Shell(scratch);
        Files.writeString(shell.work().resolve("Shop.java"), SHOP);
    }

    static List<String> commands() {
        return List.of(
                "init new",
                "synth Shop.java -o out",
                "check Shop.java",
                "explain sessions Shop.java",
                "graph Shop.java",
                "diff Shop.java --target kubernetes",
                "apply Shop.java --target kubernetes --yes",
                "destroy Shop.java --target kubernetes",
                "status --stack shop --target kubernetes",
                "logs --stack shop --target kubernetes",
                "doctor",
                "completion bash",
                "version",
                "help");
    }

    private int usualCode(String command) throws Exception {
        Integer known = usualCodes.get(command);
        if (known != null) {
            return known;
        }
        int code = shell.run("davit " + command + "; code=$?; rm -rf new out; exit $code")
                .code();
        usualCodes.put(command, code);
        return code;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void streams_may_be_closed(String command) throws Exception {
        int expected = usualCode(command);
        for (String redirection : List.of("<&-", ">&-", "2>&-", "<&- >&- 2>&-")) {
            Child.Result result =
                    shell.run("davit " + command + " " + redirection + "; code=$?; rm -rf new; exit $code");
            assertThat(result.code()).as(redirection + " " + result.err()).isEqualTo(expected);
            assertThat(result.err()).doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_reader_may_leave(String command) throws Exception {
        int expected = usualCode(command);
        shell.run("{ davit " + command + "; echo $? >code; } 2>err | true");
        assertThat(shell.work().resolve("code")).hasContent(expected + "\n");
        assertThat(shell.work().resolve("err"))
                .content()
                .doesNotContain("\tat ")
                .doesNotContain("roken pipe");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void neither_home_nor_terminal_nor_width_is_needed(String command) throws Exception {
        Files.createFile(shell.work().resolve("file"));
        int expected = usualCode(command);
        Child.Result bare = shell.without("HOME")
                .with("TERM", "dumb")
                .with("COLUMNS", "20")
                .run("davit " + command + "; code=$?; rm -rf new; exit $code");
        assertThat(bare.code()).as(bare.err()).isEqualTo(expected);
        assertThat(bare.err()).doesNotContain("\tat ");
        assertThat(bare.out()).doesNotContain("\u001b");
        // A file where the home folder should be: nothing below it can be read or made.
        Child.Result homeless = shell.with("HOME", shell.work().resolve("file").toString())
                .with("COLUMNS", "")
                .run("davit " + command + "; code=$?; rm -rf new; exit $code");
        assertThat(homeless.code()).as(homeless.err()).isEqualTo(expected);
        assertThat(homeless.err()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void color_is_there_when_asked_for_and_never_changes_the_words(String command) throws Exception {
        Child.Result plain = shell.run("davit --color never " + command + "; code=$?; rm -rf new out; exit $code");
        Child.Result colored = shell.run("davit " + command + " --color=always; code=$?; rm -rf new out; exit $code");
        assertThat(plain.out() + plain.err()).doesNotContain("\u001b");
        assertThat(colored.code()).isEqualTo(plain.code());
        assertThat(withoutColor(colored.out())).isEqualTo(plain.out());
        assertThat(withoutColor(colored.err())).isEqualTo(plain.err());
    }

    private static String withoutColor(String text) {
        return text.replaceAll("\u001b\\[[0-9;]*m", "");
    }

    @Test
    void quiet_leaves_the_product_alone() throws Exception {
        assertThat(shell.run("davit synth Shop.java -o out --quiet")).isEqualTo(new Child.Result(0, "", ""));
    }
}
