package dev.davit.render.api;

import dev.davit.apply.ApplyException;
import dev.davit.document.DocumentException;
import dev.davit.document.DocumentReader;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Read the file in which Render's own command line keeps its login: {@code ~/.render/cli.yaml}, or where its variables say.
 *
 * @see <a href="https://github.com/render-oss/cli/blob/main/pkg/config/config.go">what it writes there</a>
 */
final class CliConfig {
    private final Path file;
    private final MapNode content;

    private CliConfig(Path file, MapNode content) {
        this.file = file;
        this.content = content;
    }

    /** Read it; a file that is not there counts as empty. */
    static CliConfig read(Map<String, String> environment, Path home) {
        Path file = place(environment, home);
        return new CliConfig(file, Files.exists(file) ? content(file) : new MapNode(null));
    }

    private static Path place(Map<String, String> environment, Path home) {
        String named = environment.getOrDefault("RENDER_CLI_CONFIG_PATH", "");
        if (!named.isEmpty()) {
            return expanded(named, home);
        }
        String folder = environment.getOrDefault("RENDER_CLI_CONFIG_DIR", "");
        return (folder.isEmpty() ? home.resolve(".render") : expanded(folder, home)).resolve("cli.yaml");
    }

    private static Path expanded(String path, Path home) {
        return path.equals("~") || path.startsWith("~/")
                ? home.resolve(path.substring(Math.min(2, path.length())))
                : Path.of(path);
    }

    private static MapNode content(Path file) {
        try {
            List<Node> documents = DocumentReader.read(file);
            return documents.size() == 1 && documents.get(0) instanceof MapNode map ? map : new MapNode(null);
        } catch (DocumentException e) {
            // Neither its message nor the exception itself: both may quote the file, and that holds a key.
            throw new ApplyException(
                    ApplyException.Reason.NO_PERMISSION,
                    "what Render's command line wrote down cannot be read (" + e.what() + ")",
                    e.where(),
                    "run render login, or set RENDER_API_KEY",
                    null);
        }
    }

    /**
     * Give the key of the login, if there is one.
     *
     * @throws ApplyException if the login has run out
     */
    Optional<ApiKey> key(Instant now) {
        Optional<MapNode> api = content.getMap("api");
        Optional<String> key = api.flatMap(it -> it.getText("key")).filter(it -> !it.isEmpty());
        long end = api.flatMap(it -> it.getLong("expires_at")).orElse(0L);
        if (key.isPresent() && end > 0 && end <= now.getEpochSecond()) {
            throw new ApplyException(
                    ApplyException.Reason.NO_PERMISSION,
                    "the login of Render's command line has run out",
                    file.toString(),
                    "run render login, or set RENDER_API_KEY to a key that does not run out",
                    null);
        }
        return key.map(it -> new ApiKey(it, file.toString()));
    }

    /** Give the id of the workspace that {@code render workspace set} chose. */
    Optional<String> workspace() {
        return content.getText("workspace").filter(it -> !it.isEmpty());
    }

    Path file() {
        return file;
    }
}
