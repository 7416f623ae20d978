package dev.davit.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Tells which Davit this is, and which Java runs it. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    static String text() {
        return "davit " + version() + " (Java " + Runtime.version().feature() + ")";
    }

    static String version() {
        Properties properties = new Properties();
        try (InputStream file = VersionText.class.getResourceAsStream("/dev/davit/cli/version.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
