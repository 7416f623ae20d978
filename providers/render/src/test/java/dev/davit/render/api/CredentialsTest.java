package dev.davit.render.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.apply.ApplyException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    private static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");
    private static final String CANARY = "rnd_canary_77aB";

    @TempDir
    private Path home;

    private ApiKey key(String... environment) {
        return credentials(environment).key(NOW);
    }

    private Credentials credentials(String... environment) {
        return new Credentials(
                environment.length == 0
                        ? Map.of()
                        : environment.length == 2
                                ? Map.of(environment[0], environment[1])
                                : Map.of(environment[0], environment[1], environment[2], environment[3]),
                home);
    }

    private Path file(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void loggedIn(String expiry) throws IOException {
        file(
                ".render/cli.yaml",
                "version: 1\nworkspace: tea-1\nworkspace_name: Team\napi:\n    key: " + CANARY + "\n" + expiry
                        + "    host: https://api.render.com/v1/\n    refreshtoken: rnd_r\n");
    }

    private static ApplyException refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        ApplyException refusal = org.assertj.core.api.Assertions.catchThrowableOfType(ApplyException.class, call);
        StringWriter all = new StringWriter();
        refusal.printStackTrace(new PrintWriter(all));
        assertThat(all + refusal.where() + refusal.next()).doesNotContain("canary");
        return refusal;
    }

    @Test
    void the_variable_comes_first_then_the_file_then_the_login() throws IOException {
        loggedIn("");
        String file = file("key.txt", "rnd_file\r\n").toString();
        assertThat(key("RENDER_API_KEY", "rnd_variable", "RENDER_API_KEY_FILE", file))
                .isEqualTo(new ApiKey("rnd_variable", "RENDER_API_KEY"));
        assertThat(key("RENDER_API_KEY", " ", "RENDER_API_KEY_FILE", file))
                .isEqualTo(new ApiKey("rnd_file", "RENDER_API_KEY_FILE (" + file + ")"));
        assertThat(key())
                .isEqualTo(new ApiKey(
                        CANARY, home.resolve(".render").resolve("cli.yaml").toString()));
    }

    @Test
    void without_any_all_ways_are_named() {
        ApplyException refusal = refused(this::key);
        assertThat(refusal.reason()).isEqualTo(ApplyException.Reason.NO_PERMISSION);
        assertThat(refusal).hasMessage("there is no API key for Render");
        assertThat(refusal.where())
                .isEqualTo("RENDER_API_KEY, RENDER_API_KEY_FILE, " + home.resolve(".render/cli.yaml"));
        assertThat(refusal.next())
                .isEqualTo(
                        "set RENDER_API_KEY, let RENDER_API_KEY_FILE name a file that holds it, or run render login; to try"
                                + " without an account, add --sandbox");
    }

    @Test
    void a_file_that_is_not_there_or_empty_is_not_passed_over() throws IOException {
        loggedIn("");
        assertThat(refused(() -> key("RENDER_API_KEY_FILE", home + "/none")))
                .hasMessage("the file of the API key cannot be read (NoSuchFileException)");
        assertThat(refused(() -> key("RENDER_API_KEY_FILE", file("e", "\n").toString())))
                .hasMessage("the API key is empty");
        assertThat(refused(() ->
                        key("RENDER_API_KEY_FILE", file("e", "x".repeat(20_000)).toString())))
                .hasMessage("the file of the API key is no key: it is larger than 10000 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CANARY + "\n",
                CANARY + "\r\nX-Evil: 1",
                CANARY + "\u00e9",
                CANARY + " x",
                "\"" + CANARY + "\u0000"
            })
    void what_is_no_key_is_refused_and_not_quoted(String key) {
        assertThat(refused(() -> key("RENDER_API_KEY", key)))
                .hasMessageMatching("the API key has (a line break|a character that no key has: .*)");
    }

    @Test
    void a_key_shows_in_no_text() {
        assertThat(new ApiKey(CANARY, "RENDER_API_KEY")).hasToString("API key from RENDER_API_KEY");
    }

    @Test
    void a_login_that_has_run_out_is_said_so() throws IOException {
        loggedIn("    expires_at: " + NOW.plusSeconds(1).getEpochSecond() + "\n");
        assertThat(key().value()).isEqualTo(CANARY);
        loggedIn("    expires_at: " + NOW.getEpochSecond() + "\n");
        assertThat(refused(this::key)).hasMessage("the login of Render's command line has run out");
    }

    @Test
    void a_login_that_cannot_be_read_is_refused_and_not_quoted() throws IOException {
        Path file = file(".render/cli.yaml", "api:\n  key: " + CANARY + "\n  key: " + CANARY + "\n");
        ApplyException refusal = refused(this::key);
        assertThat(refusal).hasMessageStartingWith("what Render's command line wrote down cannot be read (");
        assertThat(refusal.where()).startsWith(file + ":3");
    }

    @Test
    void the_login_may_be_elsewhere() throws IOException {
        file("a/cli.yaml", "{api: {key: rnd_a}, workspace: tea-a}");
        file("b.yaml", "{api: {key: rnd_b}}");
        assertThat(key("RENDER_CLI_CONFIG_DIR", "~/a").value()).isEqualTo("rnd_a");
        assertThat(key("RENDER_CLI_CONFIG_DIR", "~/a", "RENDER_CLI_CONFIG_PATH", home + "/b.yaml")
                        .value())
                .isEqualTo("rnd_b");
        assertThat(credentials("RENDER_CLI_CONFIG_DIR", "~/a").workspace())
                .contains(new Account.Wish("tea-a", home.resolve("a/cli.yaml").toString()));
    }

    @Test
    void the_address_is_renders_unless_said() {
        assertThat(credentials().address()).isEqualTo(URI.create("https://api.render.com/v1"));
        assertThat(credentials("RENDER_API_URL", "http://127.0.0.1:4000/v1/").address())
                .isEqualTo(URI.create("http://127.0.0.1:4000/v1"));
        assertThat(credentials("RENDER_API_URL", "http://[::1]:4000/v1")
                        .address()
                        .getPort())
                .isEqualTo(4000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.render.com/v1",
                "http://127.0.0.1.evil.example/v1",
                "http://localhost.evil.example",
                "ftp://localhost/v1",
                "api.render.com",
                "https://user:canary@api.render.com/v1",
                "https://api.render.com/v1?x=canary",
                "https://[canary"
            })
    void no_key_is_sent_in_the_clear_or_to_what_is_no_address(String address) {
        ApplyException refusal =
                refused(() -> credentials("RENDER_API_URL", address).address());
        assertThat(refusal.reason()).isEqualTo(ApplyException.Reason.REFUSED);
        assertThat(refusal).hasMessageStartingWith("the API's address ");
        assertThat(refusal.where()).isEqualTo("RENDER_API_URL");
    }

    @Test
    void a_program_may_give_address_and_key_which_are_checked_too() {
        assertThatThrownBy(() -> RenderApis.at(URI.create("http://render.example/v1"), "rnd_k"))
                .isInstanceOf(ApplyException.class)
                .hasMessage(
                        "the API's address is not encrypted: \"http://render.example/v1\"; the key would be readable on its way");
        assertThat(refused(() -> RenderApis.at(URI.create("https://render.example/v1"), CANARY + "\n")))
                .hasMessage("the API key has a line break");
    }
}
