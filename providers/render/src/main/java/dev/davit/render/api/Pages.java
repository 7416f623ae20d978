package dev.davit.render.api;

import dev.davit.apply.ApplyException;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Follow the cursors of a list to its end: the page that has fewer things than were asked for.
 *
 * @see <a href="https://api-docs.render.com/reference/pagination">pages of the API</a>
 */
final class Pages {
    /** No page has more. */
    static final int LIMIT = 100;

    private final String path;
    private final String item;
    private final int limit;
    private final Function<String, ListNode> read;
    private final Set<String> seen = new HashSet<>();
    private final List<MapNode> things = new ArrayList<>();

    /**
     * Read a list.
     *
     * @param item the key under which each entry has the thing; empty where the entry is the thing
     * @param limit how many things a page has at most
     * @param read reads one page
     */
    Pages(String path, String item, int limit, Function<String, ListNode> read) {
        this.path = path + (path.contains("?") ? "&" : "?") + "limit=" + limit;
        this.item = item;
        this.limit = limit;
        this.read = read;
    }

    List<MapNode> all() {
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            String query =
                    cursor.get().isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor.get(), StandardCharsets.UTF_8);
            cursor = next(read.apply(path + query));
        }
        return List.copyOf(things);
    }

    List<MapNode> first() {
        next(read.apply(path));
        return List.copyOf(things);
    }

    /** Take a page; one that brings nothing new ends the list, or a server that ignores cursors would never end it. */
    private Optional<String> next(ListNode page) {
        int before = things.size();
        Optional<String> last = Optional.empty();
        for (Node node : page) {
            MapNode entry = map(node);
            last = cursor(entry);
            if (last.isEmpty() || seen.add(last.get())) {
                things.add(item.isEmpty() ? entry : map(entry.get(item).orElse(null)));
            }
        }
        if (page.size() < limit || things.size() == before) {
            return Optional.empty();
        }
        return Optional.of(last.orElseThrow(() -> unusable("a full page that does not say where the next begins")));
    }

    /** Entries that are the thing itself have no cursor beside them; their id serves as one. */
    private static Optional<String> cursor(MapNode entry) {
        return entry.getText("cursor").or(() -> entry.getText("id"));
    }

    private MapNode map(Node node) {
        if (node instanceof MapNode map) {
            return map;
        }
        throw unusable("a list in which something is not " + (item.isEmpty() ? "an object" : "a " + item));
    }

    private ApplyException unusable(String what) {
        return Refusals.unusable(what, Call.get(path), null);
    }
}
