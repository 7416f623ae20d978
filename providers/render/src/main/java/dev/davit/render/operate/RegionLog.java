package dev.davit.render.operate;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.render.api.RenderApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the log of things in one region, each time from where the last reading ended: one question may not be about two regions.
 *
 * @see <a href="https://api-docs.render.com/reference/list-logs">pages of logs go by time</a>
 */
final class RegionLog {
    /** The most that Render gives at once. */
    static final int LIMIT = 100;

    /** Lines of several instances need not come in order: so much of what was read is asked for again, and known by its ids. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private final RenderApi api;
    private final String path;
    private final int limit;
    private final Map<String, Instant> known = new HashMap<>();
    private Instant from;
    private Instant floor = Instant.MIN;
    private Optional<Range> next = Optional.empty();

    /**
     * Reads from a moment on.
     *
     * @param resources the ids of things
     * @param limit how many lines a page has at most
     */
    RegionLog(RenderApi api, String owner, Collection<String> resources, Instant from, int limit) {
        this.api = api;
        this.path = resources.stream()
                .sorted()
                .collect(Collectors.joining("&resource=", "/logs?ownerId=" + owner + "&resource=", ""));
        this.limit = limit;
        this.from = from;
    }

    /** Holds what the next page is asked for with. */
    private record Range(String start, String end) {
        static Range after(MapNode page) {
            return new Range(
                    page.getText("nextStartTime").orElse(""),
                    page.getText("nextEndTime").orElse(""));
        }

        String query() {
            return part("&startTime=", start) + part("&endTime=", end);
        }

        private static String part(String name, String value) {
            return value.isEmpty() ? "" : name + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    /**
     * Holds what one page brought.
     *
     * @param lines the lines that were not known
     * @param more whether another page follows
     */
    record Page(List<LoggedLine> lines, boolean more) {}

    /** Gives the last lines, oldest first; those before them are left out for ever. */
    List<LoggedLine> last(int count) {
        List<LoggedLine> lines = new ArrayList<>();
        Range range = new Range(from.toString(), "");
        boolean more = true;
        while (more && lines.size() < count) {
            MapNode page = page("backward", range);
            List<LoggedLine> news = news(page);
            lines.addAll(news);
            more = hasMore(page) && !news.isEmpty();
            range = Range.after(page);
        }
        List<LoggedLine> wanted = lines.subList(0, Math.min(count, lines.size()));
        if (more || wanted.size() < lines.size()) {
            floor = wanted.get(wanted.size() - 1).time();
        }
        goOn();
        Collections.reverse(wanted);
        return wanted;
    }

    /** Gives the next page, oldest first. */
    Page next() {
        Range range = next.orElseGet(() -> new Range(from.toString(), ""));
        MapNode page = page("forward", range);
        List<LoggedLine> news = news(page);
        Range after = Range.after(page);
        // A page that neither brings anything new nor leads on would be asked for without end.
        next = Optional.of(after).filter(it -> hasMore(page) && !(news.isEmpty() && it.equals(range)));
        if (next.isEmpty()) {
            goOn();
        }
        return new Page(news, next.isPresent());
    }

    private void goOn() {
        known.values().stream()
                .max(Instant::compareTo)
                .map(it -> it.minus(OVERLAP))
                .filter(it -> it.isAfter(from))
                .ifPresent(it -> from = it);
        known.values().removeIf(it -> it.isBefore(from));
    }

    private MapNode page(String direction, Range range) {
        return api.get(path + "&direction=" + direction + "&limit=" + limit + range.query())
                .orElseGet(() -> new MapNode(null));
    }

    private List<LoggedLine> news(MapNode page) {
        return page.getList("logs").map(ListNode::items).orElse(List.of()).stream()
                .map(it -> LoggedLine.of((MapNode) it))
                .filter(it -> !it.time().isBefore(floor))
                .filter(it -> known.putIfAbsent(it.id(), it.time()) == null)
                .toList();
    }

    private static boolean hasMore(MapNode page) {
        return page.get("hasMore").map(String::valueOf).filter("true"::equals).isPresent();
    }
}
