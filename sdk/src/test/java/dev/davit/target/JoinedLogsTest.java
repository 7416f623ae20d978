package dev.davit.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.apply.ApplyException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lines of several places come as if they were of one. */
class JoinedLogsTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private static final class Pages implements LogReader {
        private final String name;
        private final Deque<LogPage> pages;

        Pages(String name, LogPage... pages) {
            this.name = name;
            this.pages = new ArrayDeque<>(List.of(pages));
        }

        @Override
        public Set<String> resources() {
            return Set.of(name);
        }

        @Override
        public LogPage next() {
            return pages.isEmpty() ? page(false) : pages.pop();
        }

        @Override
        public Duration pause() {
            return Duration.ofSeconds(name.length());
        }
    }

    private static LogPage page(boolean more, int... seconds) {
        List<LogLine> lines = new ArrayList<>();
        for (int second : seconds) {
            lines.add(new LogLine(NOW.plusSeconds(second), "web", "", "at " + second));
        }
        return new LogPage(lines, List.of(), more);
    }

    private static JoinedLogs joined(OptionalInt tail, LogReader... parts) {
        return new JoinedLogs(List.of(parts), new LogQuery("shop", "prod", Set.of(), Duration.ofHours(1), tail));
    }

    private static List<String> texts(LogPage page) {
        return page.lines().stream().map(LogLine::text).toList();
    }

    @Test
    void they_are_in_order_of_time_even_where_one_place_is_behind() {
        JoinedLogs logs = joined(
                OptionalInt.empty(),
                new Pages("one", page(true, 1, 4), page(false, 5, 8)),
                new Pages("other", page(false, 2, 6)));
        LogPage first = logs.next();
        assertThat(texts(first)).containsExactly("at 1", "at 2", "at 4");
        assertThat(first.more()).isTrue();
        LogPage second = logs.next();
        assertThat(texts(second)).containsExactly("at 5", "at 6", "at 8");
        assertThat(second.more()).isFalse();
    }

    @Test
    void the_last_lines_are_the_last_of_all_places_and_then_all_follow() {
        JoinedLogs logs = joined(
                OptionalInt.of(2),
                new Pages("one", page(false, 1, 4), page(false, 9)),
                new Pages("other", page(false, 2, 3), page(false, 7, 8)));
        assertThat(texts(logs.next())).containsExactly("at 3", "at 4");
        assertThat(texts(logs.next())).containsExactly("at 7", "at 8", "at 9");
    }

    @Test
    void a_place_that_cannot_be_read_is_told_once_and_stops_no_other() {
        LogReader away = new LogReader() {
            @Override
            public Set<String> resources() {
                return Set.of();
            }

            @Override
            public LogPage next() {
                throw new ApplyException(
                        ApplyException.Reason.NO_PERMISSION, "forbidden", "pods/log", "ask for it", null);
            }

            @Override
            public Duration pause() {
                return Duration.ofSeconds(1);
            }
        };
        JoinedLogs logs = joined(OptionalInt.empty(), away, new Pages("one", page(false, 1), page(false, 2)));
        LogPage first = logs.next();
        assertThat(texts(first)).containsExactly("at 1");
        assertThat(first.troubles()).containsExactly("pods/log: forbidden");
        LogPage second = logs.next();
        assertThat(texts(second)).containsExactly("at 2");
        assertThat(second.troubles()).isEmpty();
        JoinedLogs none = joined(OptionalInt.empty(), away);
        assertThatThrownBy(none::next).hasMessage("forbidden");
    }

    @Test
    void all_resources_are_known_and_the_longer_pause_holds() {
        JoinedLogs logs = joined(OptionalInt.empty(), new Pages("one"), new Pages("other"));
        assertThat(logs.resources()).containsExactly("one", "other");
        assertThat(logs.pause()).isEqualTo(Duration.ofSeconds(5));
    }
}
