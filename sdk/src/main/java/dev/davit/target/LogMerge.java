package dev.davit.target;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Put the pages of several logs into one order: a line is given once no log can have an earlier one that nobody has read yet. */
public final class LogMerge {
    private final List<LogLine> held = new ArrayList<>();

    /** Hold no lines yet. */
    public LogMerge() {}

    /**
     * Hold a page of one log.
     *
     * @param lines its lines, oldest first
     * @param more whether that log has more lines, which then are no earlier than the last of these
     */
    public record Page(List<LogLine> lines, boolean more) {
        public Page {
            lines = List.copyOf(lines);
        }

        private Optional<Instant> end() {
            return more && !lines.isEmpty()
                    ? Optional.of(lines.get(lines.size() - 1).time())
                    : Optional.empty();
        }
    }

    /** Take the next page of each log, and give the lines whose turn it is. */
    public List<LogLine> next(List<Page> pages) {
        pages.forEach(it -> held.addAll(it.lines()));
        held.sort(Comparator.comparing(LogLine::time));
        Optional<Instant> end = pages.stream().flatMap(it -> it.end().stream()).min(Comparator.naturalOrder());
        List<LogLine> due = held.stream()
                .filter(it -> end.isEmpty() || !it.time().isAfter(end.get()))
                .toList();
        held.subList(0, due.size()).clear();
        return due;
    }

    /** Give the last of some lines. */
    public static List<LogLine> last(List<LogLine> lines, int count) {
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }
}
