package dev.davit.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script that fetches models against a hub of the test's own, where this machine has Python. */
class FetchScriptTest {
    private static final byte[] WEIGHTS = "weights ".repeat(1000).getBytes(StandardCharsets.US_ASCII);
    private static final String REVISION = "a".repeat(40);

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private HttpServer hub;
    private boolean broken;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(run(List.of("python3", "--version")) == 0, "no Python on this machine");
        hub = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        hub.createContext("/", this::answer);
        hub.start();
        Files.writeString(folder.resolve("fetch.py"), Script.of("fetch.py"));
    }

    @AfterEach
    void stop() {
        if (hub != null) {
            hub.stop(0);
        }
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        asked.add(exchange.getRequestURI().getPath()
                + (range == null ? "" : " " + range)
                + (exchange.getRequestHeaders().containsKey("Authorization") ? " with token" : ""));
        if (exchange.getRequestURI().getPath().startsWith("/api/")) {
            send(exchange, 200, listing().getBytes(StandardCharsets.UTF_8));
        } else if (exchange.getRequestURI().getPath().startsWith("/acme/")) {
            exchange.getResponseHeaders()
                    .add("Location", "http://localhost:" + hub.getAddress().getPort() + "/store");
            send(exchange, 302, new byte[0]);
        } else {
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
            byte[] rest = java.util.Arrays.copyOfRange(WEIGHTS, from, WEIGHTS.length);
            if (broken) {
                rest[0] = '!';
            }
            send(exchange, from == 0 ? 200 : 206, rest);
        }
    }

    private static String listing() {
        return "[{\"type\": \"directory\", \"path\": \"sub\", \"oid\": \"x\", \"size\": 0}, {\"type\": \"file\", \"path\":"
                + " \"sub/m.bin\", \"size\": " + WEIGHTS.length + ", \"oid\": \"x\", \"lfs\": {\"oid\": \"" + sha256()
                + "\"}}]";
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Test
    void listed_files_are_fetched_and_checked() throws Exception {
        assertThat(fetch("[{\"path\": \"m.bin\", \"sha256\": \"" + sha256() + "\", \"size\": " + WEIGHTS.length + "}]"))
                .isZero();
        assertThat(folder.resolve("out/m.bin")).hasBinaryContent(WEIGHTS);
        assertThat(asked).containsExactly("/acme/m/resolve/" + REVISION + "/m.bin with token", "/store");
    }

    @Test
    void without_a_list_the_hub_is_asked_for_one() throws Exception {
        assertThat(fetch("[]")).isZero();
        assertThat(folder.resolve("out/sub/m.bin")).hasBinaryContent(WEIGHTS);
    }

    @Test
    void a_fetch_goes_on_where_it_stopped_and_a_second_run_fetches_nothing() throws Exception {
        Files.createDirectories(folder.resolve("out/sub"));
        Files.write(folder.resolve("out/sub/m.bin.part"), java.util.Arrays.copyOf(WEIGHTS, 100));
        assertThat(fetch("[]")).isZero();
        assertThat(asked).last().isEqualTo("/store bytes=100-");
        assertThat(folder.resolve("out/sub/m.bin")).hasBinaryContent(WEIGHTS);
        asked.clear();
        assertThat(fetch("[]")).isZero();
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_file_with_another_digest_is_never_left_where_the_program_looks() throws Exception {
        broken = true;
        assertThat(fetch("[]")).isNotZero();
        assertThat(folder.resolve("out/sub/m.bin")).doesNotExist();
        assertThat(folder.resolve("output.log")).content().contains("sub/m.bin: gave up after 8 tries");
    }

    @Test
    void a_path_cannot_leave_the_folder() throws Exception {
        assertThat(fetch("[{\"path\": \"../m.bin\", \"sha256\": \"" + sha256() + "\", \"size\": 1}]"))
                .isNotZero();
        assertThat(folder.resolve("m.bin")).doesNotExist();
    }

    private int fetch(String files) throws Exception {
        Files.writeString(
                folder.resolve("model.json"),
                "{\"repo\": \"acme/m\", \"revision\": \"" + REVISION + "\", \"files\": " + files + "}");
        Files.writeString(folder.resolve("token"), "hf_canary\n");
        return run(List.of(
                "python3",
                folder.resolve("fetch.py").toString(),
                folder.resolve("model.json").toString(),
                folder.resolve("out").toString()));
    }

    private int run(List<String> words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile());
        builder.environment().put("PAUSE", "0.001");
        builder.environment().put("TOKEN_FILE", folder.resolve("token").toString());
        if (hub != null) {
            builder.environment()
                    .put("HF_ENDPOINT", "http://127.0.0.1:" + hub.getAddress().getPort());
        }
        try {
            Process process = builder.start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (IOException e) {
            return -1;
        }
    }

    private static String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(WEIGHTS));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
