package dev.davit.render.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.davit.document.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Speaks HTTP on the loopback address. */
final class HttpFront implements AutoCloseable {
    private static final String BASE = "/v1";
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    /** Read at most so many bytes: 10 MB, the limit of a Blueprint; source: the API's description, validate. */
    private static final int MOST = 10_000_000;

    private final Api api;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8, HttpFront::thread);

    HttpFront(Api api, int port) throws IOException {
        this.api = api;
        sendAtOnce();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    /**
     * The JDK's server sends head and body in two packets and lets the second wait until the first is acknowledged, which takes
     * 40 ms. It reads this property when its first server is made; a program that chose a value keeps it.
     */
    private static void sendAtOnce() {
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "davit-sandbox");
        thread.setDaemon(true);
        return thread;
    }

    URI address() {
        InetSocketAddress bound = server.getAddress();
        return URI.create("http://" + bound.getAddress().getHostAddress() + ":" + bound.getPort() + BASE);
    }

    private void take(HttpExchange exchange) throws IOException {
        Reply reply = reply(exchange);
        if (reply.delay().isZero()) {
            send(exchange, reply);
        } else {
            CompletableFuture.runAsync(
                    () -> sendLate(exchange, reply),
                    CompletableFuture.delayedExecutor(reply.delay().toMillis(), TimeUnit.MILLISECONDS, threads));
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        byte[] content = exchange.getRequestBody().readNBytes(MOST + 1);
        String path = exchange.getRequestURI().getRawPath();
        try {
            if (content.length > MOST) {
                throw new Problem(413, "the body has more than " + MOST + " bytes");
            }
            if (!path.startsWith(BASE + "/")) {
                throw new Problem(404, "not found: the API is below " + BASE);
            }
            return api.handle(new Call(
                    exchange.getRequestMethod(),
                    path.substring(BASE.length()),
                    Decoded.query(exchange.getRequestURI().getRawQuery()),
                    headers(exchange),
                    content,
                    List.of(),
                    Instant.EPOCH));
        } catch (Problem e) {
            return Reply.plain(e.answer("req-0"));
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return headers;
    }

    private static void sendLate(HttpExchange exchange, Reply reply) {
        try {
            send(exchange, reply);
        } catch (IOException e) {
            // Whoever asked has gone; to wait no longer is what a slow answer is for.
            exchange.close();
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        if (reply.isCut()) {
            exchange.close();
            return;
        }
        Answer answer = reply.answer();
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        if (answer.body().isEmpty() || exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), -1);
            exchange.close();
            return;
        }
        byte[] body = Json.compact(answer.body().get()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(answer.status(), body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, reply.isTruncated() ? body.length / 2 : body.length);
        out.flush();
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
