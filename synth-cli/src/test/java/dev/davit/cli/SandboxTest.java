package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Davit's own Render as a process, as a user starts and stops it. */
class SandboxTest {
    /** A build that was started in the background ignores SIGINT, and its children would, too. */
    private static final String LISTENING = "exec env --default-signal=INT davit sandbox ";

    private static final Pattern VARIABLE = Pattern.compile("export (RENDER_API_(?:KEY|URL))=(\\S+)");
    private static final String SHOP = """
            import dev.davit.*;

            class Shop implements Definition {
              @Override public void define(Infra infra) {
                infra.cache("sessions");
              }
            }
            """;

    @TempDir
    private Path scratch;

    private Shell shell;

    @BeforeEach
    void aFolder() throws Exception {
        shell = new Shell(scratch);
    }

    /** Holds a process that has said where it answers. */
    private record Running(Process process, Map<String, String> variables) implements AutoCloseable {
        HttpResponse<String> get(String path) throws Exception {
            return send(request(path).GET());
        }

        HttpResponse<String> post(String path, String body) throws Exception {
            return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(variables.get("RENDER_API_URL") + path))
                    .header("Authorization", "Bearer " + variables.get("RENDER_API_KEY"));
        }

        private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        }

        int signal(String name) throws Exception {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private Running start(String arguments) throws Exception {
        Process process = shell.start(LISTENING + arguments);
        Map<String, String> variables = new TreeMap<>();
        BufferedReader said = process.inputReader();
        for (int line = 0; line < 2; line++) {
            Matcher variable = VARIABLE.matcher(String.valueOf(said.readLine()));
            if (!variable.matches()) {
                process.waitFor();
                throw new AssertionError(process.errorReader().lines().toList());
            }
            variables.put(variable.group(1), variable.group(2));
        }
        return new Running(process, variables);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void it_answers_until_it_is_told_to_end(String signal, int code) throws Exception {
        try (Running sandbox = start("")) {
            assertThat(sandbox.get("/owners").statusCode()).isEqualTo(200);
            assertThat(sandbox.signal(signal)).isEqualTo(code);
            assertThat(sandbox.process().errorReader().lines())
                    .containsExactly("Davit's own Render answers at "
                            + sandbox.variables().get("RENDER_API_URL")
                            + " until Ctrl-C; 60 seconds pass there in one");
        }
        assertThat(shell.work().resolve(".davit/render-sandbox.json")).exists();
    }

    @Test
    void what_was_made_is_there_after_a_restart_even_after_a_kill() throws Exception {
        String owner;
        try (Running sandbox = start("--state kept.json")) {
            Matcher id = Pattern.compile("\"id\":\"(tea-[^\"]+)\"")
                    .matcher(sandbox.get("/owners").body());
            assertThat(id.find()).isTrue();
            owner = id.group(1);
            String group = "{\"name\":\"shared\",\"ownerId\":\"%s\",\"envVars\":[]}".formatted(owner);
            assertThat(sandbox.post("/env-groups", group).statusCode()).isEqualTo(201);
            assertThat(sandbox.signal("KILL")).isEqualTo(137);
        }
        try (Running again = start("--state kept.json")) {
            assertThat(again.get("/env-groups").body()).contains("\"shared\"");
            assertThat(again.get("/owners").body()).contains(owner);
        }
    }

    @Test
    void a_second_one_on_the_same_file_says_where_the_first_answers() throws Exception {
        try (Running first = start("")) {
            assertThat(shell.run("davit sandbox")).isEqualTo(new Child.Result(1, "", """
                            error: another sandbox uses this file
                              --> .davit/render-sandbox.json
                              fix  it answers at %s; stop it, or name another file
                            """.formatted(
                            first.variables().get("RENDER_API_URL"))));
            try (Running elsewhere = start("--state other.json")) {
                assertThat(elsewhere.get("/owners").statusCode()).isEqualTo(200);
            }
            int port = URI.create(first.variables().get("RENDER_API_URL")).getPort();
            assertThat(shell.run("davit sandbox --state third.json --port " + port))
                    .isEqualTo(new Child.Result(69, "", """
                            error: another program listens there
                              --> port %d
                              fix  name another port, or leave it out for one that is free
                            """.formatted(port)));
        }
    }

    @Test
    void it_fails_as_it_is_told() throws Exception {
        try (Running sandbox = start("--speed 1 --fail 503@2 --fail build@web")) {
            assertThat(sandbox.get("/owners").statusCode()).isEqualTo(200);
            assertThat(sandbox.get("/owners").statusCode()).isEqualTo(503);
            assertThat(sandbox.get("/owners").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_live_command_says_what_a_sandbox_is_to_whom_it_is_new() throws Exception {
        Files.writeString(shell.work().resolve("Shop.java"), SHOP);
        String line = "this is Davit's own Render, kept in .davit/render-sandbox.json: nothing leaves this machine\n";
        for (String command : new String[] {"diff Shop.java", "status --stack shop", "apply Shop.java --yes"}) {
            assertThat(shell.run("davit " + command + " --sandbox; rm -rf .davit")
                            .err())
                    .containsOnlyOnce(line);
        }
        assertThat(shell.run("davit diff Shop.java --sandbox --quiet; rm -rf .davit")
                        .err())
                .doesNotContain(line);
        try (Running sandbox = start("")) {
            sandbox.signal("INT");
        }
        assertThat(shell.run("davit diff Shop.java --sandbox").err()).doesNotContain(line);
    }

    @ParameterizedTest
    @CsvSource({"synth Shop.java --out out", "check Shop.java", "--help", "apply --help"})
    void what_needs_no_sandbox_loads_none_and_no_network(String command) throws Exception {
        Files.writeString(shell.work().resolve("Shop.java"), SHOP);
        Child.Result result =
                shell.with("JAVA_OPTIONS", "-Xlog:class+load:file=loaded").run("davit " + command);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(shell.work().resolve("loaded"))
                .content()
                .contains("dev.davit.cli.Main ")
                .doesNotContain(
                        "dev.davit.render.sandbox",
                        "dev.davit.render.api",
                        "jdk.httpserver",
                        "com.sun.net.httpserver",
                        "java.net.http");
    }
}
