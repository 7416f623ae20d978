package dev.davit.render.api;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Holds a server that answers as told, the last answer for ever, and a client of it. */
final class Script implements AutoCloseable {
    static final String KEY = "rnd_canary_8c1fE2";

    final List<String> requests = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final HurriedTicker ticker = new HurriedTicker();
    final RenderApi api;
    private final Deque<Told> answers = new ArrayDeque<>();
    private final HttpServer server;

    private record Told(int status, byte[] body, Map<String, String> headers) {}

    Script() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            requests.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestURI().toString().substring(3));
            Told told = answers.size() > 1 ? answers.poll() : answers.peek();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            told.headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(told.status, told.body.length == 0 ? -1 : told.body.length);
            if (told.body.length > 0) {
                exchange.getResponseBody().write(told.body);
            }
            exchange.close();
        });
        server.start();
        api = RenderApis.at(address(), KEY)
                .ticking(ticker)
                .telling(told::add)
                .answeredWithin(Duration.ofSeconds(20))
                .connect();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    Script answers(int status, String body, String... headers) {
        return answers(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Script answers(int status, byte[] body, String... headers) {
        Map<String, String> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            map.put(headers[i], headers[i + 1]);
        }
        answers.add(new Told(status, body, map));
        return this;
    }

    @Override
    public void close() {
        api.close();
        server.stop(0);
    }
}
