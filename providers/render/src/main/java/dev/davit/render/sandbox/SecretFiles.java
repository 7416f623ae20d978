package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the secret files of a service or a group. */
final class SecretFiles {
    /** Hold at most so many bytes together: 1 MB; source: Render's skills for agents, 2026-08-18. */
    private static final int MOST = 1_000_000;

    private static final String KEPT = "_files";

    private SecretFiles() {}

    static void replace(Entity owner, ListNode asked) {
        MapNode kept = new MapNode(null);
        for (Node item : asked) {
            Entity file = new Entity((MapNode) item);
            requireName(file.text("name"));
            kept.put(file.text("name"), file.text("content"));
        }
        keep(owner, kept);
    }

    static MapNode put(Entity owner, String name, String content) {
        requireName(name);
        keep(owner, owner.part(KEPT).tree().copy().put(name, content));
        return get(owner, name);
    }

    static MapNode get(Entity owner, String name) {
        if (!owner.part(KEPT).tree().has(name)) {
            throw new Problem(404, "not found: secret file " + name);
        }
        return shown(owner, name);
    }

    static void remove(Entity owner, String name) {
        get(owner, name);
        owner.part(KEPT).remove(name);
    }

    static Map<String, Node> byName(Entity owner) {
        Map<String, Node> all = new TreeMap<>();
        owner.part(KEPT).tree().entries().keySet().forEach(it -> all.put(it, shown(owner, it)));
        return all;
    }

    private static MapNode shown(Entity owner, String name) {
        return new MapNode(null)
                .put("name", name)
                .put("content", owner.part(KEPT).text(name));
    }

    private static void keep(Entity owner, MapNode files) {
        int size = files.entries().values().stream()
                .mapToInt(it -> it.toString().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        if (size > MOST) {
            throw Problem.badRequest("secret files may hold " + MOST + " bytes together");
        }
        owner.put(KEPT, files);
    }

    private static void requireName(String name) {
        if (name.isEmpty() || name.indexOf('/') >= 0 || name.indexOf('\0') >= 0) {
            throw Problem.badRequest("the name of a secret file is text without / and not empty");
        }
    }
}
