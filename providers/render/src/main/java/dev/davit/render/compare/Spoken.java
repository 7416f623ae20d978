package dev.davit.render.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.List;

/**
 * Says a live thing as a Blueprint would, but for its variables. What is as it is where nobody says anything is left out, since the API
 * does not tell who said it.
 */
public final class Spoken {
    private static final List<String> HEADER = List.of("path", "name", "value");
    private static final List<String> ROUTE = List.of("type", "source", "destination");

    private Spoken() {}

    /** Say it. */
    public static MapNode of(Live live) {
        MapNode tree = new MapNode(null);
        boolean site = live.kind().equals("static");
        if (Words.isService(live.kind()) || live.kind().equals("keyvalue")) {
            tree.put("type", site ? "web" : live.kind());
        }
        tree.put("name", live.name());
        if (site) {
            tree.put("runtime", "static");
        }
        View.live(live).leaves().forEach((path, leaf) -> {
            if (!path.contains("[") && !path.equals(Projects.ENVIRONMENT) && !leaf.isInitial()) {
                put(tree, path, leaf.value());
            }
        });
        ListNode domains = new ListNode(null);
        live.domains().forEach(domains::add);
        return tree.putUnlessEmpty("domains", domains, null)
                .putUnlessEmpty("headers", picked(live.headers(), HEADER), null)
                .putUnlessEmpty("routes", picked(live.routes(), ROUTE), null)
                .putUnlessEmpty("readReplicas", replicas(live), null);
    }

    private static ListNode replicas(Live live) {
        return picked(live.answer().getList("readReplicas").orElseGet(() -> new ListNode(null)), List.of("name"));
    }

    private static void put(MapNode tree, String path, Node value) {
        String[] steps = path.split("\\.");
        MapNode at = tree;
        for (int i = 0; i < steps.length - 1; i++) {
            MapNode parent = at;
            String step = steps[i];
            at = parent.getMap(step).orElseGet(() -> parent.map(step, null));
        }
        at.put(steps[steps.length - 1], value);
    }

    private static ListNode picked(ListNode items, List<String> fields) {
        ListNode picked = new ListNode(null);
        for (Node item : items) {
            MapNode left = new MapNode(null);
            fields.forEach(field -> ((MapNode) item).get(field).ifPresent(it -> left.put(field, it)));
            picked.add(left);
        }
        return picked;
    }
}
