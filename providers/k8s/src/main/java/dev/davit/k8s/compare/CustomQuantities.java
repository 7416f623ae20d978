package dev.davit.k8s.compare;

import dev.davit.apply.ApplyException;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.effect.Amount;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tell amounts of custom resources apart from how they are written. The server writes the amounts of its own kinds in one way,
 * and those of others as they come; a controller may write ours in its way, and that is no difference. Only where the kind's own
 * schema says {@code x-kubernetes-int-or-string}: a version {@code 1.0} is not {@code 1}.
 */
final class CustomQuantities {
    private final ApiServer server;
    private final Map<String, Optional<MapNode>> schemas = new ConcurrentHashMap<>();

    CustomQuantities(ApiServer server) {
        this.server = server;
    }

    /** Says whether two values are one amount; the schema is read where both are the same amount in other words. */
    boolean isSame(MapNode object, Path path, Optional<Node> before, Optional<Node> after) {
        return before.isPresent()
                && after.isPresent()
                && isScalar(before.get())
                && isScalar(after.get())
                && isCustom(object)
                && Amount.isSame(before.get().toString(), after.get().toString())
                && isIntOrString(object, path);
    }

    private static boolean isScalar(Node node) {
        return node instanceof ScalarNode scalar && scalar.value() != null;
    }

    /** All of the server's own groups are without a dot or below k8s.io. */
    private static boolean isCustom(MapNode object) {
        String version = Objects.text(object, "apiVersion");
        String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
        return group.contains(".") && !group.endsWith(".k8s.io");
    }

    private boolean isIntOrString(MapNode object, Path path) {
        Optional<MapNode> at = schemas.computeIfAbsent(Objects.text(object, "apiVersion"), this::read)
                .flatMap(all -> schema(all, Objects.text(object, "kind")));
        for (Part part : path.parts()) {
            at = at.flatMap(it -> below(it, part));
        }
        return at.flatMap(it -> it.get("x-kubernetes-int-or-string"))
                .filter(it -> it.toString().equals("true"))
                .isPresent();
    }

    private Optional<MapNode> read(String version) {
        try {
            Reply reply = server.get("/openapi/v3/apis/" + version);
            return Optional.of(reply).filter(Reply::ok).map(Reply::body);
        } catch (ApplyException e) {
            if (e.reason() == ApplyException.Reason.NO_PERMISSION) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Optional<MapNode> schema(MapNode document, String kind) {
        return document.getMap("components").flatMap(it -> it.getMap("schemas")).stream()
                .flatMap(it -> it.entries().values().stream())
                .filter(MapNode.class::isInstance)
                .map(MapNode.class::cast)
                .filter(it -> Objects.maps(it, "x-kubernetes-group-version-kind")
                        .anyMatch(key -> Objects.text(key, "kind").equals(kind)))
                .findFirst();
    }

    private static Optional<MapNode> below(MapNode schema, Part part) {
        if (!(part instanceof Part.Name name)) {
            return schema.getMap("items");
        }
        return schema.getMap("properties")
                .flatMap(it -> it.getMap(name.name()))
                .or(() -> schema.getMap("additionalProperties"));
    }
}
