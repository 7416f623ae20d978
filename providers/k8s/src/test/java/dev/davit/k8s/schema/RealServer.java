package dev.davit.k8s.schema;

import dev.davit.document.DocumentReader;
import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Ask a real API server whether it would accept a document, by a server-side apply that is a dry run and strict.
 *
 * <p>{@code kubectl proxy} carries the credentials: one process for all questions, not one for each.
 */
final class RealServer implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Map<String, MapNode>> resources = new HashMap<>();
    private final Process proxy;
    private final String root;

    RealServer(Process proxy) throws IOException {
        this.proxy = proxy;
        BufferedReader out = new BufferedReader(new InputStreamReader(proxy.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        root = "http://" + line.substring(line.lastIndexOf(' ') + 1);
    }

    /** Give the server's objection, if it has one. */
    Optional<String> objection(MapNode document) {
        String apiVersion = document.getText("apiVersion").orElse("");
        Optional<MapNode> resource =
                resource(apiVersion, document.getText("kind").orElse(""));
        if (resource.isEmpty()) {
            return Optional.of("no such kind");
        }
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(root + path(apiVersion, resource.get(), document)))
                        .header("Content-Type", "application/apply-patch+yaml")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString(Json.write(document))));
        return answer.statusCode() < 300 ? Optional.empty() : Optional.of(message(answer.body()));
    }

    private static String path(String apiVersion, MapNode resource, MapNode document) {
        Optional<MapNode> metadata = document.getMap("metadata");
        String name = metadata.flatMap(map -> map.getText("name"))
                .filter(text -> !text.isEmpty())
                .orElse("without-a-name");
        boolean namespaced = resource.get("namespaced").orElseThrow().toString().equals("true");
        return group(apiVersion) + (namespaced ? "/namespaces/default/" : "/")
                + resource.getText("name").orElseThrow() + "/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")
                + "?fieldManager=davit&force=true&dryRun=All&fieldValidation=Strict";
    }

    private static String group(String apiVersion) {
        return (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion;
    }

    private Optional<MapNode> resource(String apiVersion, String kind) {
        return Optional.ofNullable(
                resources.computeIfAbsent(apiVersion, this::resources).get(kind));
    }

    private Map<String, MapNode> resources(String apiVersion) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(root + group(apiVersion))));
        Map<String, MapNode> found = new HashMap<>();
        if (answer.statusCode() == 200) {
            MapNode list =
                    (MapNode) DocumentReader.read("discovery", answer.body()).get(0);
            for (Node node : list.getList("resources").orElse(new ListNode(null))) {
                MapNode resource = (MapNode) node;
                if (!resource.getText("name").orElseThrow().contains("/")) {
                    found.put(resource.getText("kind").orElseThrow(), resource);
                }
            }
        }
        return found;
    }

    private static String message(String body) {
        MapNode status = (MapNode) DocumentReader.read("answer", body).get(0);
        return status.getText("message").orElse(body);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        proxy.destroy();
    }
}
