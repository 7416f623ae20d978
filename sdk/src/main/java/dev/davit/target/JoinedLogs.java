package dev.davit.target;

import dev.davit.apply.ApplyException;
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
    private final Set<LogReader> failed = new LinkedHashSet<>();
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
        for (LogReader part : behind.isEmpty() ? readable() : List.copyOf(behind)) {
            LogPage page = page(part, troubles);
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

    /** A place that cannot be read does not stop the others, unless there is none. */
    private LogPage page(LogReader part, List<String> troubles) {
        try {
            return part.next();
        } catch (ApplyException e) {
            failed.add(part);
            if (failed.size() == parts.size()) {
                throw e;
            }
            troubles.add(e.where() + ": " + e.getMessage());
            return new LogPage(List.of(), List.of(), false);
        }
    }

    private List<LogReader> readable() {
        return parts.stream().filter(it -> !failed.contains(it)).toList();
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
