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
        return properties().getProperty("version");
    }

    /** Gives the day of this version, as 2026-01-31. */
    static String date() {
        return properties().getProperty("time").substring(0, "2026-01-31".length());
    }

    private static Properties properties() {
        Properties properties = new Properties();
        try (InputStream file = VersionText.class.getResourceAsStream("/dev/davit/cli/version.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
