package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Cuts lists into pages; source: https://api-docs.render.com/reference/pagination.
 *
 * <p>A cursor holds the key of the last thing that was given. An offset would give things twice, or never, when others are made
 * or deleted between two pages.
 */
final class Paging {
    private static final int MOST = 100;
    private static final int USUAL = 20;

    private Paging() {}

    /**
     * Gives the page that a request asks for.
     *
     * @param name under which each thing is put beside its cursor; empty where the description has no cursors, and a thing's own
     *     key serves as one
     * @param byKey the things by a key that does not change
     * @param newestFirst whether the last key comes first
     */
    static Answer page(Call call, String name, Map<String, ? extends Node> byKey, boolean newestFirst) {
        Comparator<String> order = newestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder();
        TreeMap<String, Node> sorted = new TreeMap<>(order);
        sorted.putAll(byKey);
        Optional<String> after = call.one("cursor").filter(it -> !it.isEmpty()).map(it -> decode(it, name));
        Map<String, Node> rest =
                after.<Map<String, Node>>map(it -> sorted.tailMap(it, false)).orElse(sorted);
        ListNode page = new ListNode(null);
        rest.entrySet().stream().limit(limit(call)).forEach(it -> page.add(item(name, it.getKey(), it.getValue())));
        return Answer.ok(page);
    }

    static Answer page(Call call, String name, List<Entity> things) {
        Map<String, Node> byKey = new TreeMap<>();
        things.forEach(it -> byKey.put(it.id(), it.shown()));
        return page(call, name, byKey, false);
    }

    static Answer newestFirst(Call call, String name, List<Entity> things) {
        Map<String, Node> byKey = new TreeMap<>();
        things.forEach(it -> byKey.put(it.id(), it.shown()));
        return page(call, name, byKey, true);
    }

    private static Node item(String name, String key, Node value) {
        return name.isEmpty() ? value : new MapNode(null).put(name, value).put("cursor", encode(key));
    }

    static int limit(Call call) {
        String text = call.one("limit").orElse(String.valueOf(USUAL));
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw Problem.badRequest("limit must be a whole number from 1 to " + MOST);
    }

    static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor, String name) {
        if (name.isEmpty()) {
            return cursor;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("invalid cursor");
        }
    }
}
