package dev.davit.k8s.manifest;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a server on this machine, waiting for it to listen. */
final class Asking {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Asking() {}

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static HttpResponse<String> get(int port, String path, String... headers) throws Exception {
        return get("127.0.0.1", port, path, headers);
    }

    static HttpResponse<String> get(String host, int port, String path, String... headers) throws Exception {
        HttpRequest.Builder ask = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + path))
                .timeout(Duration.ofSeconds(10));
        if (headers.length > 0) {
            ask.headers(headers);
        }
        for (int attempt = 0; ; attempt++) {
            try {
                return CLIENT.send(ask.build(), HttpResponse.BodyHandlers.ofString());
            } catch (ConnectException e) {
                if (attempt == 100) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }
}
