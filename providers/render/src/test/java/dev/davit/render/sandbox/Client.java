package dev.davit.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Asks a sandbox over HTTP and remembers what it was told. */
final class Client {
    /** What was asked and what came back. */
    record Exchange(String method, String path, HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        Node body() {
            return Json.read("response", response.body());
        }

        MapNode map() {
            return (MapNode) body();
        }

        List<MapNode> list() {
            return ((ListNode) body()).items().stream().map(MapNode.class::cast).toList();
        }

        String text(String key) {
            return map().getText(key).orElse("");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        Exchange is(int status) {
            assertThat(status())
                    .as("%s %s: %s", method, path, new String(response.body()))
                    .isEqualTo(status);
            return this;
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Sandbox sandbox;
    private final String key;

    Client(Sandbox sandbox) {
        this(sandbox, sandbox.apiKey());
    }

    Client(Sandbox sandbox, String key) {
        this.sandbox = sandbox;
        this.key = key;
    }

    Exchange get(String path) {
        return send("GET", path, "");
    }

    Exchange post(String path, String json) {
        return send("POST", path, json);
    }

    Exchange post(String path) {
        return send("POST", path, "");
    }

    Exchange put(String path, String json) {
        return send("PUT", path, json);
    }

    Exchange patch(String path, String json) {
        return send("PATCH", path, json);
    }

    Exchange delete(String path) {
        return send("DELETE", path, "");
    }

    /** Sends JSON that is written with single quotes. */
    Exchange send(String method, String path, String json) {
        return send(method, path, "application/json", json.replace('\'', '"'));
    }

    Exchange send(String method, String path, String type, String body) {
        try {
            return attempt(method, path, type, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Exchange attempt(String method, String path, String type, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.address() + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            Exchange exchange = new Exchange(method, path, http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
            exchanges.add(exchange);
            return exchange;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    /** Creates a service that runs an image and gives its id. */
    String image(String type, String name, String details) {
        return post(
                        "/services",
                        "{'type':'" + type + "','name':'" + name + "','ownerId':'" + sandbox.ownerId()
                                + "','image':{'ownerId':'" + sandbox.ownerId()
                                + "','imagePath':'docker.io/library/" + name
                                + ":1'},'serviceDetails':{'runtime':'image'"
                                + details + "}}")
                .is(201)
                .map()
                .getMap("service")
                .orElseThrow()
                .getText("id")
                .orElseThrow();
    }
}
