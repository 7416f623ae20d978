package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Says who runs an apply, and where this machine keeps its journal. */
final class Runner {
    private Runner() {}

    /** Gives {@code user@host}. */
    static String name(Map<String, String> environment) {
        String user = System.getProperty("user.name", "");
        return (user.isEmpty() || user.equals("?") ? environment.getOrDefault("USER", "somebody") : user) + "@"
                + host();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    /** Gives a word that no other run has. */
    static String run() {
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        return ProcessHandle.current().pid() + "-" + HexFormat.of().formatHex(random);
    }

    static Path journals(Map<String, String> environment) {
        return absolute(environment.get("XDG_STATE_HOME"))
                .or(() -> absolute(environment.get("HOME")).map(it -> it.resolve(".local/state")))
                .map(it -> it.resolve("davit"))
                .orElseThrow(() -> new Failure(
                        ExitCode.CANNOT_WRITE,
                        "there is no place for the journal",
                        "XDG_STATE_HOME and HOME",
                        "neither names a folder, and nothing is applied that could not be resumed",
                        "set one of them"));
    }

    /** A relative path would be another folder on the next run. Source: XDG Base Directory Specification 0.8. */
    private static Optional<Path> absolute(String folder) {
        return Optional.ofNullable(folder).filter(it -> it.startsWith("/")).map(Path::of);
    }
}
