package dev.davit.render.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.davit.apply.ApplyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransportTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void a_server_that_nobody_vouches_for_is_told_nothing() throws Exception {
        AtomicInteger served = new AtomicInteger();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        server.createContext("/", exchange -> {
            served.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        URI address = URI.create("https://localhost:" + server.getAddress().getPort() + "/v1");
        try (RenderApi api = RenderApis.at(address, "rnd_k").connect()) {
            for (Runnable call :
                    List.<Runnable>of(() -> api.get("/services/srv-1"), () -> api.post("/services", null))) {
                ApplyException refusal = catchThrowableOfType(ApplyException.class, call::run);
                assertThat(refusal.reason()).isEqualTo(ApplyException.Reason.UNAVAILABLE);
                assertThat(refusal).hasMessageStartingWith("who answers cannot prove to be Render (");
            }
            assertThat(api.requests()).isEqualTo(2);
            assertThat(served).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    private SSLContext selfSigned() throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    /** The timeout of the JDK's own requests ends with the head of the answer. */
    @Test
    void an_answer_that_begins_and_does_not_end_is_not_waited_for() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Transport transport = new Transport(
                        URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1"),
                        new ApiKey("rnd_k", "test"),
                        Duration.ofMillis(1500))) {
            CompletableFuture<Socket> held = CompletableFuture.supplyAsync(() -> begin(server));
            assertThatThrownBy(() -> transport.send(Call.get("/services")))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no whole answer within 1 s");
            held.join().close();
        }
    }

    private static Socket begin(ServerSocket server) {
        try {
            Socket socket = server.accept();
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"
                            .getBytes(StandardCharsets.US_ASCII));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void closing_ends_the_thread_that_waits_for_the_network() throws Exception {
        try (Script script = new Script()) {
            script.answers(200, "{}");
            Transport transport = new Transport(script.address(), new ApiKey("rnd_k", "test"), Duration.ofSeconds(20));
            transport.send(Call.get("/services"));
            assertThat(waiting(transport)).isNotEmpty();

            transport.close();
            for (Thread thread : waiting(transport)) {
                thread.join(5_000);
            }
            assertThat(waiting(transport)).isEmpty();
        }
    }

    private static List<Thread> waiting(Transport transport) {
        Thread[] threads = new Thread[50];
        int count = transport.threads().enumerate(threads);
        return Arrays.stream(threads, 0, count)
                .filter(it -> it.getName().contains("SelectorManager"))
                .toList();
    }
}
