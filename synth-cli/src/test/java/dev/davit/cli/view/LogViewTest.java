package dev.davit.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.target.LogLine;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogViewTest {
    private static final Instant TIME = Instant.parse("2026-11-29T10:00:05.123456789Z");

    private static LogLine line(String instance, String text) {
        return new LogLine(TIME, "web", instance, text);
    }

    @Test
    void a_line_says_whose_it_is_and_when_only_if_asked() {
        assertThat(LogView.text(line("web-1", "  two  words "))).isEqualTo("web/web-1   two  words \n");
        assertThat(LogView.text(line("", "said"))).isEqualTo("web said\n");
        assertThat(LogView.timed(line("", "said"))).isEqualTo("2026-11-29T10:00:05.123Z web said\n");
    }

    @Test
    void what_could_steer_a_terminal_or_look_like_another_line_is_shown_by_its_number() {
        assertThat(LogView.text(line("", "a\tb\u001b[31mred\rover\nweb/web-2 forged\u202e")))
                .isEqualTo("web a\tb\\u001b[31mred\\u000dover\\u000aweb/web-2 forged\\u202e\n");
    }

    @Test
    void as_json_it_is_one_document_in_one_line_and_the_text_as_it_was() {
        assertThat(LogView.json(line("web-1", "{\"a\": \"\u001b\"}\t")))
                .isEqualTo("{\"time\":\"2026-11-29T10:00:05.123456789Z\",\"resource\":\"web\",\"instance\":\"web-1\","
                        + "\"text\":\"{\\\"a\\\": \\\"\\u001B\\\"}\\t\"}\n");
        assertThat(LogView.json(line("", ""))).doesNotContain("instance").endsWith("\"text\":\"\"}\n");
    }
}
