package dev.davit.cli.command;

import dev.davit.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * Writes what a distribution has beside its jars: a manual page for each command, and completion scripts, where packages have them. The
 * build runs it.
 */
public final class Manual {
    private Manual() {}

    /**
     * Write it all.
     *
     * @param args the folder {@code share} of the distribution
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        // Picocli sorts options in upper case, and in Turkish --since is not before --stack.
        Locale ours = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            write(Path.of(args[0]));
        } finally {
            Locale.setDefault(ours);
        }
    }

    private static void write(Path share) throws IOException {
        CommandLine davit = Commands.all(Terminal.ofProcess());
        Path pages = share.resolve("man/man1");
        put(pages.resolve("davit.1"), ManualPage.ofAll(davit));
        for (CommandLine command : davit.getSubcommands().values()) {
            put(pages.resolve("davit-" + command.getCommandName() + ".1"), ManualPage.of(command));
        }
        put(share.resolve("bash-completion/completions/davit"), AutoComplete.bash("davit", davit));
        put(share.resolve("fish/vendor_completions.d/davit.fish"), FishCompletion.of(davit));
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
