package dev.davit.render.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lays out what a thing says, but for its variables, as one value for each path: {@code scaling.minInstances}, {@code domains[a.org]}. */
final class View {
    /** Marks what is in a list by its name alone. */
    private static final ScalarNode THERE = ScalarNode.of(true, null);

    private final String kind;
    private final Map<String, Leaf> leaves = new LinkedHashMap<>();

    /**
     * Holds one value.
     *
     * @param value it, in the Blueprint's words
     * @param meaning equal for all values that mean the same
     * @param reach what a change of it does
     * @param initial what it is where nobody said anything; empty where Render decides, and for an item of a list
     * @param isInitial whether it is that
     * @param item whether it is an item of a list, which goes away where it is no longer wanted
     */
    record Leaf(Node value, Object meaning, Reach reach, Optional<Node> initial, boolean isInitial, boolean item) {
        Leaf shownAs(Node other) {
            return new Leaf(other, meaning, reach, initial, isInitial, item);
        }
    }

    private View(String kind) {
        this.kind = kind;
    }

    Map<String, Leaf> leaves() {
        return leaves;
    }

    static View wanted(String kind, MapNode tree) {
        View view = new View(kind);
        for (Property property : Property.of(kind)) {
            property.wanted(tree).ifPresent(it -> view.put(property, it));
        }
        tree.getMap("scaling").ifPresent(it -> it.entries().forEach((name, value) -> view.scaling(name, value)));
        names(tree, "domains").forEach(it -> view.item(domain(it), THERE, Reach.EDGE));
        if (kind.equals("static")) {
            view.headers(tree.getList("headers"));
            view.routes(tree.getList("routes"));
        }
        names(tree, "readReplicas").forEach(it -> view.item("readReplicas[" + it + "]", THERE, Reach.NOTHING));
        return view;
    }

    static View live(Live live) {
        View view = new View(live.kind());
        for (Property property : Property.of(live.kind())) {
            property.said(live.answer()).ifPresent(it -> view.put(property, it));
        }
        Optional<MapNode> scaling = live.answer()
                .getMap("serviceDetails")
                .flatMap(it -> it.getMap("autoscaling"))
                .filter(it -> isOn(it, "enabled"));
        scaling.ifPresent(view::autoscaling);
        live.domains().forEach(it -> view.item(domain(it), THERE, Reach.EDGE));
        live.twins().forEach(view::twin);
        view.headers(Optional.of(live.headers()));
        view.routes(Optional.of(live.routes()));
        names(live.answer(), "readReplicas").forEach(it -> view.item("readReplicas[" + it + "]", THERE, Reach.NOTHING));
        return view;
    }

    static String domain(String name) {
        return "domains[" + name.toLowerCase(Locale.ROOT) + "]";
    }

    /** Render made it: it is there for whoever wants it, and of no concern to whoever does not. */
    private void twin(String name) {
        leaves.put(domain(name), new Leaf(THERE, THERE.toString(), Reach.EDGE, Optional.empty(), false, false));
    }

    private void autoscaling(MapNode answered) {
        // A fixed number is ignored while the load decides.
        leaves.remove("numInstances");
        answered.get("min").ifPresent(it -> scaling("minInstances", it));
        answered.get("max").ifPresent(it -> scaling("maxInstances", it));
        MapNode criteria = answered.getMap("criteria").orElseGet(() -> new MapNode(null));
        criteria.getMap("cpu")
                .filter(it -> isOn(it, "enabled"))
                .flatMap(it -> it.get("percentage"))
                .ifPresent(it -> scaling("targetCPUPercent", it));
        criteria.getMap("memory")
                .filter(it -> isOn(it, "enabled"))
                .flatMap(it -> it.get("percentage"))
                .ifPresent(it -> scaling("targetMemoryPercent", it));
    }

    private static boolean isOn(MapNode map, String flag) {
        return map.get(flag).map(Node::toString).filter("true"::equals).isPresent();
    }

    private void put(Property property, Node value) {
        leaves.put(
                property.path(),
                new Leaf(
                        value,
                        property.spelling().meaning(value),
                        property.reach(),
                        property.initial(),
                        property.isInitial(value),
                        false));
    }

    private void scaling(String name, Node value) {
        item("scaling." + name, value, Reach.SCALE);
    }

    private void item(String path, Node value, Reach reach) {
        Object meaning = value instanceof ScalarNode ? value.toString() : value;
        leaves.put(path, new Leaf(value, meaning, reach, Optional.empty(), false, true));
    }

    private void headers(Optional<ListNode> headers) {
        headers.stream().flatMap(it -> it.items().stream()).forEach(it -> {
            MapNode header = (MapNode) it;
            item(
                    "headers[" + text(header, "path") + " " + text(header, "name") + "]",
                    ScalarNode.of(text(header, "value"), null),
                    Reach.EDGE);
        });
    }

    private void routes(Optional<ListNode> routes) {
        routes.stream().flatMap(it -> it.items().stream()).forEach(it -> {
            MapNode route = (MapNode) it;
            item(
                    "routes[" + text(route, "source") + "]",
                    ScalarNode.of(text(route, "type") + " to " + text(route, "destination"), null),
                    Reach.EDGE);
        });
    }

    private static String text(MapNode map, String key) {
        return map.getText(key).orElse("");
    }

    /** Gives the domains that a definition wants, in small letters. */
    static Set<String> domains(MapNode tree) {
        return names(tree, "domains").stream()
                .map(it -> it.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> names(MapNode tree, String list) {
        return tree.getList(list).map(ListNode::items).orElse(List.of()).stream()
                .map(it -> it instanceof MapNode map ? text(map, "name") : it.toString())
                .toList();
    }
}
