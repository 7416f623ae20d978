package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the environment variables of a service or a group. */
final class Variables {
    private static final String KEPT = "_env";

    private Variables() {}

    /** Puts these in the place of all there are. */
    static void replace(World world, Entity owner, ListNode asked) {
        MapNode kept = new MapNode(null);
        for (Node item : asked) {
            Entity variable = new Entity((MapNode) item);
            requireName(variable.text("key"));
            kept.put(variable.text("key"), value(world, variable));
        }
        owner.put(KEPT, kept);
    }

    static void put(World world, Entity owner, String key, Entity asked) {
        requireName(key);
        owner.part(KEPT).put(key, value(world, asked));
    }

    static MapNode get(Entity owner, String key) {
        if (!owner.part(KEPT).tree().has(key)) {
            throw new Problem(404, "not found: environment variable " + key);
        }
        return shown(owner, key);
    }

    static void remove(Entity owner, String key) {
        get(owner, key);
        owner.part(KEPT).remove(key);
    }

    static Map<String, Node> byKey(Entity owner) {
        Map<String, Node> all = new TreeMap<>();
        owner.part(KEPT).tree().entries().keySet().forEach(it -> all.put(it, shown(owner, it)));
        return all;
    }

    private static MapNode shown(Entity owner, String key) {
        return new MapNode(null).put("key", key).put("value", owner.part(KEPT).text(key));
    }

    private static String value(World world, Entity asked) {
        return asked.flag("generateValue") ? world.secret() : asked.text("value");
    }

    private static void requireName(String key) {
        if (key.isEmpty() || key.indexOf('=') >= 0 || key.indexOf('\0') >= 0) {
            throw Problem.badRequest("the key of an environment variable is text without = and not empty");
        }
    }
}
