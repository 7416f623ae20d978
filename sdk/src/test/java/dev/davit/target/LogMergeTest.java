package dev.davit.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LogMergeTest {
    private final LogMerge merge = new LogMerge();

    private static LogMerge.Page page(String resource, boolean more, int... seconds) {
        return new LogMerge.Page(
                Arrays.stream(seconds)
                        .mapToObj(it -> new LogLine(Instant.ofEpochSecond(it), resource, "", "said"))
                        .toList(),
                more);
    }

    private String next(LogMerge.Page... pages) {
        return merge.next(List.of(pages)).stream()
                .map(it -> it.resource() + it.time().getEpochSecond())
                .toList()
                .toString();
    }

    @Test
    void lines_of_several_logs_come_in_order_of_time() {
        assertThat(next(page("a", false, 1, 4), page("b", false, 2, 3))).isEqualTo("[a1, b2, b3, a4]");
    }

    @Test
    void lines_of_one_moment_keep_their_order() {
        assertThat(next(page("b", false, 1, 1), page("a", false, 1))).isEqualTo("[b1, b1, a1]");
    }

    @Test
    void a_line_waits_while_another_log_may_have_an_earlier_one() {
        assertThat(next(page("a", true, 1, 2), page("b", false, 2, 9))).isEqualTo("[a1, a2, b2]");
        assertThat(next(page("a", true, 3, 5), page("b", false))).isEqualTo("[a3, a5]");
        assertThat(next(page("a", false, 6), page("b", false, 10))).isEqualTo("[a6, b9, b10]");
    }

    @Test
    void a_query_looks_back_and_takes_a_line_at_least() {
        assertThatThrownBy(() -> new LogQuery("shop", "prod", Set.of(), Duration.ZERO, OptionalInt.empty()))
                .hasMessage("logs are looked back at, not PT0S");
        assertThatThrownBy(() -> new LogQuery("shop", "prod", Set.of(), Duration.ofHours(1), OptionalInt.of(0)))
                .hasMessage("the last lines are 1 or more, not 0");
    }
}
