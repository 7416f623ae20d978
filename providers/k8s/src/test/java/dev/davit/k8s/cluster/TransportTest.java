package dev.davit.k8s.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransportTest {
    private static final Request LIST = Request.get("/api/v1/pods", "application/json");
    private static final Credential NOBODY = new Credential(Optional.empty(), Optional.empty(), Optional.empty());

    private HttpServer server;
    private Transport transport;
    private byte[] answer = {};

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders()
                    .set("Content-Encoding", exchange.getRequestHeaders().getFirst("Accept-Encoding"));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        transport = new Transport(new Access(
                "test", address, Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), () -> NOBODY));
    }

    @AfterEach
    void stop() {
        transport.close();
        server.stop(0);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void an_answer_may_come_packed() throws IOException {
        answer = packed("{\"kind\":\"PodList\"}");
        assertThat(transport.send(LIST, NOBODY).read().body().getText("kind")).contains("PodList");
    }

    @Test
    void a_packed_answer_that_breaks_off_is_a_broken_connection() throws IOException {
        byte[] whole = packed("{\"kind\":\"PodList\",\"items\":[]}");
        answer = Arrays.copyOf(whole, whole.length / 2);
        assertThatThrownBy(() -> transport.send(LIST, NOBODY)).isInstanceOf(IOException.class);
    }

    @Test
    void closing_ends_the_thread_that_waits_for_the_network() throws Exception {
        answer = packed("{}");
        transport.send(LIST, NOBODY);
        assertThat(waiting()).isNotEmpty();

        transport.close();
        for (Thread thread : waiting()) {
            thread.join(5_000);
        }
        assertThat(waiting()).isEmpty();
    }

    private List<Thread> waiting() {
        Thread[] threads = new Thread[50];
        int count = transport.threads().enumerate(threads);
        return Arrays.stream(threads, 0, count)
                .filter(it -> it.getName().contains("SelectorManager"))
                .toList();
    }
}
