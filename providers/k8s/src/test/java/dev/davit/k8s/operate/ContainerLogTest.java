package dev.davit.k8s.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.MapNode;
import dev.davit.target.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContainerLogTest {
    private static final OptionalInt ALL = OptionalInt.empty();
    private static final String BASE = "/api/v1/namespaces/shop/pods/web-1/log?timestamps=true&container=web";
    private static final LoggedContainer CONTAINER = new LoggedContainer("web", pod(), "web", true);

    private final ContainerLog log = new ContainerLog(CONTAINER, 1000);

    private static Live pod() {
        MapNode pod = new MapNode(null);
        pod.map("metadata", null).put("name", "web-1").put("namespace", "shop");
        return new Live(pod);
    }

    private static List<String> texts(ContainerLog.Page page) {
        return page.lines().stream().map(LogLine::text).toList();
    }

    private List<String> read(String... lines) {
        return texts(log.take(String.join("\n", lines) + "\n", ALL));
    }

    @Test
    void the_first_question_looks_back_and_the_next_goes_on_where_the_last_ended() {
        assertThat(log.path(Duration.ofMinutes(10), ALL)).isEqualTo(BASE + "&sinceSeconds=601&limitBytes=1000");
        assertThat(log.path(Duration.ofMinutes(10), OptionalInt.of(5)))
                .isEqualTo(BASE + "&sinceSeconds=601&tailLines=5");
        read("2026-11-29T10:00:05.123456789Z hello");
        assertThat(log.path(Duration.ofMinutes(10), ALL))
                .isEqualTo(BASE + "&sinceTime=2026-11-29T10:00:05Z&limitBytes=1000");
    }

    @Test
    void a_line_has_its_time_and_is_as_it_was_written() {
        assertThat(log.take("2026-11-29T10:00:05.5+01:00   two  words \n2026-11-29T10:00:06Z \n", ALL)
                        .lines())
                .containsExactly(
                        new LogLine(Instant.parse("2026-11-29T09:00:05.5Z"), "web", "web-1", "  two  words "),
                        new LogLine(Instant.parse("2026-11-29T10:00:06Z"), "web", "web-1", ""));
    }

    @Test
    void lines_that_come_again_are_known_also_where_several_say_the_same() {
        assertThat(read("2026-11-29T10:00:05.1Z a", "2026-11-29T10:00:05.1Z a", "2026-11-29T10:00:05.3Z c"))
                .containsExactly("a", "a", "c");
        assertThat(read(
                        "2026-11-29T10:00:05.1Z a",
                        "2026-11-29T10:00:05.1Z a",
                        "2026-11-29T10:00:05.3Z c",
                        "2026-11-29T10:00:05.1Z a",
                        "2026-11-29T10:00:05.3Z d"))
                .containsExactly("a", "d");
        assertThat(read("2026-11-29T10:00:05.3Z d", "2026-11-29T10:00:07Z e"))
                .as("a log that was rotated begins anew")
                .containsExactly("e");
    }

    @Test
    void a_page_that_is_full_ends_with_a_whole_line_and_the_next_goes_on() {
        List<String> lines = IntStream.range(0, 100)
                .mapToObj(it -> "2026-11-29T10:00:%02dZ line %d".formatted(it / 2, it))
                .toList();
        List<String> read = new ArrayList<>();
        boolean more = true;
        while (more) {
            String from = log.path(Duration.ofDays(1), ALL).replaceAll(".*&since(Time=|Seconds=86401)([^&]*).*", "$2");
            String text = String.join(
                            "\n",
                            lines.stream().filter(it -> it.compareTo(from) >= 0).toList()) + "\n";
            ContainerLog.Page page = log.take(text.substring(0, Math.min(1000, text.length())), ALL);
            assertThat(page.trouble()).isEmpty();
            read.addAll(texts(page));
            more = page.more();
        }
        assertThat(read).isEqualTo(lines.stream().map(it -> it.substring(21)).toList());
    }

    @Test
    void a_second_that_is_too_long_is_given_up_and_that_is_said() {
        String long1 = "2026-11-29T10:00:05.1Z " + "x".repeat(900) + "\n";
        assertThat(log.take(long1 + "2026-11-29T10:00:05.2Z " + "y".repeat(200), ALL))
                .returns(true, ContainerLog.Page::more);
        ContainerLog.Page again = log.take(long1 + "2026-11-29T10:00:05.2Z " + "y".repeat(200), ALL);
        assertThat(again.trouble()).contains("it writes too much in one second; some lines are left out");
        assertThat(log.path(Duration.ofDays(1), ALL)).contains("&sinceTime=2026-11-29T10:00:06Z");
    }

    @Test
    void what_a_node_says_in_place_of_a_log_is_a_trouble_and_behind_a_line_goes_on_with_it() {
        assertThat(log.take("unable to retrieve container logs for containerd://1", ALL))
                .isEqualTo(new ContainerLog.Page(
                        List.of(), false, Optional.of("unable to retrieve container logs for containerd://1")));
        assertThat(read("2026-11-29T10:00:05Z a", "rpc error")).containsExactly("a", "rpc error");
        assertThat(log.take("", ALL)).isEqualTo(new ContainerLog.Page(List.of(), false, Optional.empty()));
    }
}
