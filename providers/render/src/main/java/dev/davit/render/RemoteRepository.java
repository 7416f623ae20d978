package dev.davit.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the repository that a Blueprint would lie in: a service that names none is built from that. */
final class RemoteRepository {
    private static final int MOST = 1 << 20;
    private static final Pattern ORIGIN = Pattern.compile(
            "^\\s*\\[remote \"origin\"]\\s*\\R(?:(?!\\s*\\[).*\\R)*?\\s*url\\s*=\\s*(\\S+)", Pattern.MULTILINE);
    private static final Pattern SECURE_SHELL = Pattern.compile("(?:ssh://)?git@([^:/]+)[:/](.+)");

    private RemoteRepository() {}

    /** Gives the web address of the remote {@code origin} of the checkout that a folder is in; nothing where that is none. */
    static Optional<String> of(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            Path config = at.resolve(".git").resolve("config");
            if (Files.isRegularFile(config)) {
                return read(config);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> read(Path config) {
        try {
            if (Files.size(config) > MOST) {
                return Optional.empty();
            }
            Matcher origin = ORIGIN.matcher(Files.readString(config));
            return origin.find() ? address(origin.group(1)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** A user name and a token in the address are nobody's business. */
    private static Optional<String> address(String url) {
        Matcher shell = SECURE_SHELL.matcher(url);
        String web = shell.matches() ? "https://" + shell.group(1) + "/" + shell.group(2) : url;
        if (!web.startsWith("https://")) {
            return Optional.empty();
        }
        String bare = web.replaceFirst("^https://[^/]*@", "https://");
        return Optional.of(bare.endsWith(".git") ? bare.substring(0, bare.length() - ".git".length()) : bare);
    }
}
