package dev.davit.k8s.cluster;

import dev.davit.apply.ApplyException;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ask which kinds there are: two requests, whatever the number of groups.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/kubernetes-api/#aggregated-discovery">aggregated discovery</a>
 */
final class Discovery {
    private static final String ACCEPT = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
            + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList";

    private Discovery() {}

    static Kinds of(ApiServer server) {
        List<Kind> kinds = new ArrayList<>();
        for (String path : List.of("/api", "/apis")) {
            Reply reply = server.get(path, ACCEPT);
            if (!reply.body().getText("kind").orElse("").equals("APIGroupDiscoveryList")) {
                throw new ApplyException(
                        ApplyException.Reason.UNAVAILABLE,
                        "the server does not say in one answer which kinds it has (" + reply.message() + ")",
                        server.address() + path,
                        "Davit needs Kubernetes 1.27 or newer; check the address, too",
                        null);
            }
            maps(reply.body(), "items").forEach(group -> group(group, kinds));
        }
        return new Kinds(kinds);
    }

    private static void group(MapNode group, List<Kind> kinds) {
        String name = group.getMap("metadata").flatMap(it -> it.getText("name")).orElse("");
        maps(group, "versions")
                .forEach(version -> maps(version, "resources")
                        .forEach(resource -> resource.getMap("responseKind")
                                .flatMap(it -> it.getText("kind"))
                                .ifPresent(kind -> kinds.add(new Kind(
                                        name,
                                        version.getText("version").orElse(""),
                                        kind,
                                        resource.getText("resource").orElse(""),
                                        resource.getText("scope").orElse("").equals("Namespaced"),
                                        isListable(resource))))));
    }

    private static boolean isListable(MapNode resource) {
        List<Node> verbs = resource.getList("verbs").map(ListNode::items).orElse(List.of());
        return verbs.stream().map(Node::toString).anyMatch("list"::equals);
    }

    private static Stream<MapNode> maps(MapNode parent, String key) {
        List<Node> items = parent.getList(key).map(ListNode::items).orElse(List.of());
        return items.stream().filter(MapNode.class::isInstance).map(MapNode.class::cast);
    }
}
