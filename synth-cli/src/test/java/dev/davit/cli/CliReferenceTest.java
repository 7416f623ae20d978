package dev.davit.cli;

import dev.davit.cli.command.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help;

class CliReferenceTest {
    private static final int WIDTH = 100;

    @TempDir
    private Path scratch;

    @Test
    void the_reference_says_what_the_commands_say() throws Exception {
        Golden.assertHolds(Path.of("../docs/cli.md"), head() + commands());
    }

    private String head() throws IOException, InterruptedException {
        String codes = new Shell(scratch).run("davit help exit-codes").out();
        return Files.readString(Path.of("src/test/docs/cli.md")).replace("@EXIT_CODES@", codes);
    }

    private static String commands() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, CommandLine> command :
                Commands.all(Terminal.ofProcess()).getSubcommands().entrySet()) {
            String usage = command.getValue().setUsageHelpWidth(WIDTH).getUsageMessage(Help.Ansi.OFF);
            text.append("\n### davit ")
                    .append(command.getKey())
                    .append("\n\n```text\n")
                    .append(usage)
                    .append("```\n");
        }
        return text.toString();
    }
}
