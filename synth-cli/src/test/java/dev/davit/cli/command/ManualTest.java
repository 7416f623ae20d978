package dev.davit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What a distribution has beside its jars. */
class ManualTest {
    private static final String MACROS = "[.](TH|SH|TP|PP|B)( .*)?";

    @TempDir
    private Path share;

    @BeforeEach
    void write() throws IOException {
        Manual.main(new String[] {share.toString()});
    }

    private String page(String name) throws IOException {
        return Files.readString(share.resolve("man/man1/" + name + ".1"));
    }

    static Stream<CommandLine> commands() {
        return Commands.all(Terminal.ofProcess()).getSubcommands().values().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_page_says_what_the_command_takes(CommandLine command) throws IOException {
        String page = page("davit-" + command.getCommandName());
        for (OptionSpec option : command.getCommandSpec().options()) {
            for (String name : option.names()) {
                assertThat(page).contains("\\fB" + name.replace("-", "\\-"));
            }
        }
        assertThat(command.getCommandSpec().positionalParameters())
                .allSatisfy(it -> assertThat(page).contains(it.paramLabel()));
        assertThat(page)
                .contains("\ndavit\\-" + command.getCommandName() + " \\- ")
                .doesNotContain("${");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void no_text_of_a_page_is_taken_for_a_macro(CommandLine command) throws IOException {
        List<String> lines = page("davit-" + command.getCommandName()).lines().toList();
        assertThat(lines).filteredOn(it -> it.startsWith(".")).allMatch(it -> it.matches(MACROS));
        assertThat(lines).noneMatch(it -> it.startsWith("'") || it.isBlank());
    }

    @Test
    void the_page_of_davit_names_each_command_and_each_exit_code() throws IOException {
        String page = page("davit");
        assertThat(commands())
                .allSatisfy(it -> assertThat(page).contains("\\fBdavit\\-" + it.getCommandName() + "\\fR(1)\n\\&"));
        assertThat(HelpCommand.EXIT_CODES.lines())
                .allSatisfy(it -> assertThat(page).contains(".TP\n" + it.split(" ")[0] + "\n\\&"));
    }

    @Test
    void a_name_is_said_in_the_first_sentence() throws IOException {
        assertThat(page("davit-version"))
                .contains(".SH NAME\ndavit\\-version \\- Show the version of davit and of the Java that runs it\n");
        assertThat(page("davit-fmt")).contains(" \\- Write the old words of a render.yaml anew: ");
    }

    @Test
    void it_is_the_same_on_a_machine_of_another_language() throws IOException {
        String here = page("davit-logs");
        Locale ours = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            write();
            assertThat(page("davit-logs")).isEqualTo(here);
            assertThat(Locale.getDefault()).isEqualTo(Locale.forLanguageTag("tr"));
        } finally {
            Locale.setDefault(ours);
        }
    }

    @Test
    void completions_are_where_shells_look_for_them() throws IOException {
        assertThat(share.resolve("bash-completion/completions/davit")).content().contains("--target");
        assertThat(share.resolve("fish/vendor_completions.d/davit.fish"))
                .content()
                .startsWith("complete -c davit");
    }
}
