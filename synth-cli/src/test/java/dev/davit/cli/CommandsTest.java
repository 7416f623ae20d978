package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.cli.command.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private final Terminal terminal = Terminal.ofProcess();

    @Test
    void only_the_command_that_is_named_is_made() {
        assertThat(Commands.forArguments(terminal, "diff", "apply").getSubcommands())
                .containsOnlyKeys("diff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "completion", "--quiet", "nonsense"})
    void what_may_tell_about_the_others_gets_them_all(String first) {
        assertThat(Commands.forArguments(terminal, first).getSubcommands())
                .containsOnlyKeys(Commands.all(terminal).getSubcommands().keySet());
        assertThat(Commands.forArguments(terminal).getSubcommands()).hasSizeGreaterThan(10);
    }
}
