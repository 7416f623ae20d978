package dev.davit.render.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** What holds for every value of the header. */
class RetryAfterLaws {
    private static final Instant NOW = HurriedTicker.START;

    @Property
    void seconds_are_just_those(@ForAll @IntRange(min = 0, max = 999_999_999) int seconds) {
        assertThat(RetryAfter.read(" " + seconds + " ", NOW)).contains(Duration.ofSeconds(seconds));
    }

    @Property
    void a_date_is_as_long_as_it_is_ahead_and_nothing_if_it_is_past(
            @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int ahead) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                NOW.plusSeconds(ahead).atOffset(ZoneOffset.UTC));
        assertThat(RetryAfter.read(date, NOW)).contains(Duration.ofSeconds(Math.max(0, ahead)));
    }

    @Property
    void whatever_else_it_is_says_nothing_and_breaks_nothing(@ForAll @StringLength(max = 40) String text) {
        RetryAfter.read(text, NOW)
                .ifPresent(it -> assertThat(it.isNegative()).as("%s", text).isFalse());
        assertThat(RetryAfter.read("-" + text, NOW)).isEmpty();
    }
}
