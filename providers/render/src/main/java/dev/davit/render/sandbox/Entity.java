package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Holds one thing of the sandbox as the JSON that the API shows. Keys that begin with an underscore are the sandbox's own and are
 * never shown. A class for each resource would say the API's description a second time.
 */
final class Entity {
    private final MapNode tree;

    Entity(MapNode tree) {
        this.tree = tree;
    }

    static Entity empty() {
        return new Entity(new MapNode(null));
    }

    MapNode tree() {
        return tree;
    }

    String id() {
        return text("id");
    }

    boolean has(String key) {
        return tree.get(key).filter(it -> !isNull(it)).isPresent();
    }

    String text(String key) {
        return tree.getText(key).orElse("");
    }

    Optional<String> find(String key) {
        return tree.getText(key).filter(it -> !it.isEmpty());
    }

    long number(String key, long otherwise) {
        return tree.getLong(key).orElse(otherwise);
    }

    boolean flag(String key) {
        return tree.get(key).filter(ScalarNode.class::isInstance).map(ScalarNode.class::cast).stream()
                .anyMatch(it -> Boolean.TRUE.equals(it.value()));
    }

    Optional<Instant> time(String key) {
        return find(key).map(Instant::parse);
    }

    /** Gives the object under a key; makes it if it is not there. */
    Entity part(String key) {
        return new Entity(tree.getMap(key).orElseGet(() -> tree.map(key, null)));
    }

    /** Gives the list under a key; makes it if it is not there. */
    ListNode list(String key) {
        return tree.getList(key).orElseGet(() -> tree.list(key, null));
    }

    List<Entity> parts(String key) {
        return tree.getList(key).map(ListNode::items).orElse(List.of()).stream()
                .filter(MapNode.class::isInstance)
                .map(it -> new Entity((MapNode) it))
                .toList();
    }

    Entity put(String key, Object value) {
        tree.put(
                key,
                value instanceof Instant time
                        ? time.truncatedTo(ChronoUnit.MICROS).toString()
                        : value);
        return this;
    }

    Entity putIfAbsent(String key, Object value) {
        return has(key) ? this : put(key, value);
    }

    void remove(String key) {
        tree.remove(key);
    }

    /** Takes over what another says under a key, unless it says nothing. */
    Entity take(Entity from, String... keys) {
        for (String key : keys) {
            from.tree.get(key).filter(it -> !isNull(it)).ifPresent(it -> tree.put(key, it.copy()));
        }
        return this;
    }

    /** Gives a copy of what the API shows. */
    MapNode shown() {
        return shown(tree);
    }

    private static MapNode shown(MapNode from) {
        MapNode copy = new MapNode(null);
        from.entries().forEach((key, value) -> {
            if (!key.startsWith("_")) {
                copy.put(key, value instanceof MapNode map ? shown(map) : value.copy());
            }
        });
        return copy;
    }

    private static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar && scalar.value() == null;
    }
}
