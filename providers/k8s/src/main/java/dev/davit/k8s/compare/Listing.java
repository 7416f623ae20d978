package dev.davit.k8s.compare;

import dev.davit.apply.ApplyException;
import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Kind;
import dev.davit.k8s.cluster.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** List objects, page by page. */
public final class Listing {
    private static final int PAGE = 200;
    private static final int GONE = 410;

    private final ApiServer server;

    /** Make it. */
    public Listing(ApiServer server) {
        this.server = server;
    }

    /** Give all objects of a kind in a namespace (empty: everywhere) that have a label (empty: all). */
    public List<MapNode> of(Kind kind, String namespace, String selector) {
        List<MapNode> all = new ArrayList<>();
        String next = "";
        while (true) {
            Reply reply = server.get(kind.path(namespace) + "?limit=" + PAGE + parameter("labelSelector", selector)
                    + parameter("continue", next));
            if (reply.status() == GONE) {
                // The list changed too much since its first page: its pages no longer fit together.
                all.clear();
                next = "";
                continue;
            }
            if (reply.notFound() && isGone(kind)) {
                return List.of();
            }
            require(reply, kind);
            Objects.maps(reply.body(), "items").map(it -> typed(it, kind)).forEach(all::add);
            next = Objects.text(reply.body(), "metadata", "continue");
            if (next.isEmpty()) {
                return all;
            }
        }
    }

    /** Of a kind that the server does not have, or no longer, there is no object. */
    private boolean isGone(Kind kind) {
        return server.discover().find(kind.apiVersion(), kind.kind()).isEmpty();
    }

    /** What was not listed must not count as absent: no deletion may follow from it. */
    private void require(Reply reply, Kind kind) {
        if (!reply.ok()) {
            throw new ApplyException(
                    ApplyException.Reason.REFUSED,
                    "the server does not list " + kind.plural() + ": " + reply.message(),
                    server.address() + kind.path(""),
                    "see what the message says",
                    null);
        }
    }

    /** Items of a list name neither kind nor version. */
    private static MapNode typed(MapNode item, Kind kind) {
        return item.has("kind")
                ? item
                : item.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
