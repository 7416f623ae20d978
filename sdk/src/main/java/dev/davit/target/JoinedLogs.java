package dev.davit.target;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Reads the logs of a stack that is at several places, in one order. */
final class JoinedLogs implements LogReader {
    private final List<LogReader> parts;
    private final Set<LogReader> behind = new LinkedHashSet<>();
    private final LogMerge merge = new LogMerge();
    private OptionalInt tail;

    JoinedLogs(List<LogReader> parts, LogQuery query) {
        this.parts = List.copyOf(parts);
        this.tail = query.tail();
    }

    @Override
    public Set<String> resources() {
        Set<String> resources = new TreeSet<>();
        parts.forEach(it -> resources.addAll(it.resources()));
        return resources;
    }

    @Override
    public LogPage next() {
        List<String> troubles = new ArrayList<>();
        List<LogMerge.Page> pages = new ArrayList<>();
        for (LogReader part : behind.isEmpty() ? parts : List.copyOf(behind)) {
            LogPage page = part.next();
            behind.remove(part);
            if (page.more()) {
                behind.add(part);
            }
            troubles.addAll(page.troubles());
            pages.add(new LogMerge.Page(page.lines(), page.more()));
        }
        List<LogLine> lines = merge.next(pages);
        OptionalInt last = tail;
        tail = OptionalInt.empty();
        return new LogPage(
                last.isPresent() ? LogMerge.last(lines, last.getAsInt()) : lines, troubles, !behind.isEmpty());
    }

    /** The longest: the budget of each lasts. */
    @Override
    public Duration pause() {
        return parts.stream()
                .map(LogReader::pause)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
