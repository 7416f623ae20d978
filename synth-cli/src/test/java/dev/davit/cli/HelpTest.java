package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.cli.command.Commands;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {
    @TempDir
    private Path scratch;

    static List<String> commands() {
        return Stream.concat(Stream.of("davit"), Commands.all(Terminal.ofProcess()).getSubcommands().keySet().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_at_80_columns_is_what_the_repository_keeps(String command) throws Exception {
        String words = command.equals("davit") ? "davit" : "davit " + command;
        Child.Result help = new Shell(scratch).with("COLUMNS", "80").run(words + " --help");
        assertThat(help).returns(0, Child.Result::code).returns("", Child.Result::err);
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
        Golden.assertHolds(Path.of("src/test/cases/help", command + ".txt"), help.out());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_of_a_command_says_the_same_as_its_option(String command) throws Exception {
        Shell shell = new Shell(scratch);
        String topic = command.equals("davit") ? "" : command;
        assertThat(shell.run("davit help " + topic)).isEqualTo(shell.run("davit " + topic + " --help"));
    }
}
