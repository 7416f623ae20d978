package dev.davit.render.api;

import dev.davit.apply.ApplyException;
import dev.davit.apply.ApplyException.Reason;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Find the key and the address of the API: variables of the environment first, then what Render's command line wrote down. */
final class Credentials implements Account {
    static final String KEY = "RENDER_API_KEY";
    static final String KEY_FILE = "RENDER_API_KEY_FILE";
    static final String ADDRESS = "RENDER_API_URL";
    static final String WORKSPACE = "RENDER_WORKSPACE";

    private static final URI RENDER = URI.create("https://api.render.com/v1");

    /** No key is longer than a few dozen characters; a file named by mistake may be. */
    private static final int LONGEST_FILE = 10_000;

    private final Map<String, String> environment;
    private final Path home;

    Credentials(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    /**
     * Find the key.
     *
     * @throws ApplyException if there is none, or none that can be used
     */
    @Override
    public ApiKey key(Instant now) {
        Optional<ApiKey> given =
                text(KEY).map(it -> new ApiKey(it, KEY)).or(() -> text(KEY_FILE).map(Credentials::ofFile));
        if (given.isPresent()) {
            return given.get();
        }
        CliConfig config = config();
        return config.key(now)
                .orElseThrow(() -> new ApplyException(
                        Reason.NO_PERMISSION,
                        "there is no API key for Render",
                        KEY + ", " + KEY_FILE + ", " + config.file(),
                        "set " + KEY + ", let " + KEY_FILE
                                + " name a file that holds it, or run render login; to try without"
                                + " an account, add --sandbox",
                        null));
    }

    private static ApiKey ofFile(String name) {
        String source = KEY_FILE + " (" + name + ")";
        try {
            byte[] bytes = bytes(Path.of(name));
            if (bytes.length > LONGEST_FILE) {
                throw unreadable("is no key: it is larger than " + LONGEST_FILE + " bytes", source);
            }
            return new ApiKey(new String(bytes, StandardCharsets.UTF_8).replaceFirst("\\r?\\n$", ""), source);
        } catch (IOException | InvalidPathException e) {
            throw unreadable("cannot be read (" + e.getClass().getSimpleName() + ")", source);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(LONGEST_FILE + 1);
        }
    }

    private static ApplyException unreadable(String what, String source) {
        return new ApplyException(
                Reason.NO_PERMISSION,
                "the file of the API key " + what,
                source,
                "check the path and your rights to the file, or set " + KEY,
                null);
    }

    /**
     * Give the base address.
     *
     * @throws ApplyException if it is none, or not encrypted
     */
    @Override
    public URI address() {
        return text(ADDRESS).map(it -> BaseAddress.of(it, ADDRESS)).orElse(RENDER);
    }

    @Override
    public Optional<Wish> workspace() {
        return text(WORKSPACE).map(it -> new Wish(it, WORKSPACE)).or(() -> {
            CliConfig config = config();
            return config.workspace().map(it -> new Wish(it, config.file().toString()));
        });
    }

    private CliConfig config() {
        return CliConfig.read(environment, home);
    }

    /** A variable that is set to nothing is how a build system says that a secret is not there. */
    private Optional<String> text(String name) {
        return Optional.ofNullable(environment.get(name)).filter(it -> !it.isBlank());
    }
}
