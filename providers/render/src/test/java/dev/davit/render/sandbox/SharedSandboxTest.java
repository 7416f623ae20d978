package dev.davit.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.apply.ApplyException;
import dev.davit.target.OutputException;
import dev.davit.target.SandboxTerms;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One file, one sandbox: whoever names the file finds it. */
class SharedSandboxTest {
    @TempDir
    private Path folder;

    private Path state;

    @BeforeEach
    void aFolderThatIsNotThere() {
        state = folder.resolve(".davit").resolve("render-sandbox.json");
    }

    private static int status(SharedSandbox sandbox) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.address() + "/owners"))
                .header("Authorization", "Bearer " + sandbox.apiKey())
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void the_first_one_runs_it_and_says_how_to_reach_it() throws Exception {
        try (SharedSandbox sandbox = SharedSandbox.join(state)) {
            assertThat(status(sandbox)).isEqualTo(200);
            assertThat(sandbox.environment())
                    .isEqualTo(Map.of(
                            "RENDER_API_KEY",
                            "rnd_sandbox",
                            "RENDER_API_URL",
                            sandbox.address().toString()));
        }
    }

    @Test
    void the_next_one_asks_the_first() throws Exception {
        try (SharedSandbox first = SharedSandbox.start(SandboxTerms.usual(state))) {
            SharedSandbox second = SharedSandbox.join(state);
            assertThat(second.address()).isEqualTo(first.address());
            second.close();
            assertThat(status(first)).isEqualTo(200);
        }
    }

    @Test
    void what_the_first_one_left_is_the_next_ones_to_run() throws Exception {
        SharedSandbox.join(state).close();
        assertThat(state).exists();
        try (SharedSandbox next = SharedSandbox.start(SandboxTerms.usual(state))) {
            assertThat(status(next)).isEqualTo(200);
        }
    }

    @Test
    void an_address_that_a_killed_one_left_means_nothing() throws Exception {
        Files.createDirectories(state.getParent());
        Files.writeString(state.resolveSibling("render-sandbox.json.lock"), "http://127.0.0.1:1/v1\n");
        try (SharedSandbox sandbox = SharedSandbox.join(state)) {
            assertThat(status(sandbox)).isEqualTo(200);
        }
    }

    @Test
    void nobody_starts_a_second_one_on_the_same_file() {
        try (SharedSandbox first = SharedSandbox.start(SandboxTerms.usual(state))) {
            assertThatThrownBy(() -> SharedSandbox.start(SandboxTerms.usual(state)))
                    .isInstanceOfSatisfying(ApplyException.class, it -> {
                        assertThat(it).hasMessage("another sandbox uses this file");
                        assertThat(it.where()).isEqualTo(state.toString());
                        assertThat(it.next())
                                .isEqualTo("it answers at " + first.address() + "; stop it, or name another file");
                    });
        }
    }

    @Test
    void its_folder_is_for_its_owner_alone_and_in_no_commit() throws Exception {
        SharedSandbox.join(state).close();
        assertThat(Files.getPosixFilePermissions(state.getParent()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(state)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(state.resolveSibling(".gitignore")).hasContent("*");
    }

    @Test
    void a_folder_that_was_there_stays_as_it_is() {
        SharedSandbox.join(folder.resolve("state.json")).close();
        assertThat(folder.resolve(".gitignore")).doesNotExist();
    }

    @Test
    void a_port_that_is_taken_is_named() {
        try (SharedSandbox first = SharedSandbox.join(state)) {
            int port = first.address().getPort();
            assertThatThrownBy(() ->
                            SharedSandbox.start(new SandboxTerms(folder.resolve("other.json"), port, 60, List.of())))
                    .isInstanceOfSatisfying(ApplyException.class, it -> {
                        assertThat(it).hasMessage("another program listens there");
                        assertThat(it.where()).isEqualTo("port " + port);
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"name\": \"shop\"}", "{\"counter\": 1, \"time\": \"soon\"}"})
    void a_file_that_no_sandbox_wrote_is_refused_and_kept(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("notes.json"), content);
        for (int tried = 0; tried < 2; tried++) {
            assertThatThrownBy(() -> SharedSandbox.join(file))
                    .isInstanceOf(OutputException.class)
                    .hasMessage(
                            "the sandbox cannot keep what it knows: " + file
                                    + ": it is not what a sandbox writes; mend that, name another file, or delete this one to begin anew");
        }
        assertThat(file).hasContent(content);
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> SharedSandbox.join(file.resolve("below").resolve("state.json")))
                .isInstanceOfSatisfying(
                        OutputException.class,
                        it -> assertThat(it.what()).isEqualTo("the sandbox cannot keep what it knows"));
    }

    @Test
    void it_fails_as_it_was_told() throws Exception {
        SandboxTerms terms = new SandboxTerms(state, 0, 60, List.of("503@2", "429@3"));
        try (SharedSandbox sandbox = SharedSandbox.start(terms)) {
            assertThat(List.of(status(sandbox), status(sandbox), status(sandbox), status(sandbox)))
                    .containsExactly(200, 503, 429, 200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "500@0", "404@1", "build", "build@", "typo@web", "500@1@2", "500@9999999999"})
    void what_is_no_fault_is_refused(String word) {
        assertThatThrownBy(() -> new FaultWords(List.of("500@1", word)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        word + ": write 500@12 for the twelfth request (or 429, cut-before, cut-after, truncated, slow,"
                                + " late-list), or build@web for a service (or pre-deploy, health)");
    }

    @Test
    void a_program_fails_where_it_was_told_and_nowhere_else() {
        Program program = new FaultWords(List.of("build@web", "health@api"))
                .put(SandboxOptions.usual())
                .program();
        Version web = new Version("web", "dep-1", "", "", "", Map.of());
        Version api = new Version("api", "dep-1", "", "", "", Map.of());
        assertThat(List.of(program.builds(web), program.migrates(web), program.becomesHealthy(web)))
                .containsExactly(false, true, true);
        assertThat(List.of(program.builds(api), program.migrates(api), program.becomesHealthy(api)))
                .containsExactly(true, true, false);
    }
}
