package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Prints which Davit this is, and which Java runs it. */
@Command(name = "version", description = "Show the version of davit and of the Java that runs it.")
public final class VersionCommand implements Callable<Integer> {
    private final Terminal terminal;

    public VersionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().print(text() + "\n");
        return ExitCode.OK;
    }

    private static String text() {
        return "davit " + version() + " (Java " + Runtime.version().feature() + ")";
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream file = VersionCommand.class.getResourceAsStream("/dev/davit/cli/version.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    /** Answers {@code davit --version}. */
    static final class Provider implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {text()};
        }
    }
}
