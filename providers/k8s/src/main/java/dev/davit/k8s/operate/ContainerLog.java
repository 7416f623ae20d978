package dev.davit.k8s.operate;

import dev.davit.target.LogLine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the log of one container, each time from where the last reading ended.
 *
 * <p>The server looks at whole seconds, and gives the last of them again. Its lines are known by what they say and how often: their
 * number alone would not do, since a log that was rotated begins anew.
 */
final class ContainerLog {
    private final LoggedContainer container;
    private final int limit;
    private Optional<Instant> since = Optional.empty();
    private Map<LogLine, Integer> known = Map.of();

    /**
     * Reads a container's log from its beginning.
     *
     * @param limit how many bytes are read at once
     */
    ContainerLog(LoggedContainer container, int limit) {
        this.container = container;
        this.limit = limit;
    }

    /**
     * Holds what an answer brought.
     *
     * @param lines the lines that are new
     * @param more whether the answer ended at its limit
     * @param trouble what was said in place of a log, or is left out of it
     */
    record Page(List<LogLine> lines, boolean more, Optional<String> trouble) {}

    /**
     * Gives the path of the next question.
     *
     * @param back how far back the first lines may be
     * @param tail how many there may be the first time: the server would cut these at their end, so that they have no limit
     */
    String path(Duration back, OptionalInt tail) {
        String from = since.map(it -> "&sinceTime=" + it).orElseGet(() -> "&sinceSeconds=" + (back.toSeconds() + 1));
        return container.path() + from + (tail.isPresent() ? "&tailLines=" + tail.getAsInt() : "&limitBytes=" + limit);
    }

    /** Takes the answer. */
    Page take(String text, OptionalInt tail) {
        boolean full = tail.isEmpty() && text.getBytes(StandardCharsets.UTF_8).length >= limit;
        String whole = full ? text.substring(0, text.lastIndexOf('\n') + 1) : text;
        List<LogLine> lines = whole.isEmpty() ? List.of() : news(whole);
        if (full && lines.isEmpty()) {
            return stuck();
        }
        Optional<String> instead = lines.isEmpty() && known.isEmpty() && !whole.isBlank()
                ? Optional.of(Lines.visible(whole))
                : Optional.empty();
        return new Page(lines, full, instead);
    }

    /** No other question gives the rest of a second that is longer than an answer. */
    private Page stuck() {
        since = since.map(it -> it.plusSeconds(1));
        known = Map.of();
        return new Page(
                List.of(), since.isPresent(), Optional.of("it writes too much in one second; some lines are left out"));
    }

    private List<LogLine> news(String text) {
        List<LogLine> news = new ArrayList<>();
        Map<LogLine, Integer> seen = new HashMap<>();
        Instant time = null;
        for (String line : text.split("\r?\n")) {
            int space = line.indexOf(' ');
            Optional<Instant> own = time(space < 0 ? line : line.substring(0, space));
            time = own.orElse(time);
            if (time == null) {
                continue;
            }
            // What has no time goes on with the line before.
            String said = own.isEmpty() ? line : space < 0 ? "" : line.substring(space + 1);
            LogLine read = new LogLine(time, container.resource(), container.instance(), said);
            if (seen.merge(read, 1, Integer::sum) > known.getOrDefault(read, 0)) {
                news.add(read);
            }
        }
        keep(seen);
        return news;
    }

    private void keep(Map<LogLine, Integer> seen) {
        known.forEach((line, count) -> seen.merge(line, count, Math::max));
        since = seen.keySet().stream()
                .map(it -> it.time().truncatedTo(ChronoUnit.SECONDS))
                .max(Instant::compareTo)
                .or(() -> since);
        seen.keySet().removeIf(it -> it.time().isBefore(since.orElseThrow()));
        known = seen;
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
