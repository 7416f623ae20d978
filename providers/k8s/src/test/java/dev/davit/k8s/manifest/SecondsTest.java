package dev.davit.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecondsTest {
    private static final Optional<Duration> OPEN = Optional.empty();

    @Test
    void a_start_without_models_may_take_two_minutes() {
        assertThat(Seconds.start(OPEN, List.of())).isEqualTo(120);
        assertThat(Seconds.progressDeadline(OPEN, List.of())).isEqualTo(420);
    }

    @Test
    void a_start_with_a_model_may_take_twice_its_fetch_its_load_and_a_minute() {
        // 15 GiB = 16,106,127,360 bytes: 162 s of fetch, 17 s of load, 60 s of warm-up.
        List<Optional<Size>> models = List.of(Optional.of(Size.gib(15)));
        assertThat(Seconds.start(OPEN, models)).isEqualTo(2 * (162 + 17 + 60));
        assertThat(Seconds.progressDeadline(OPEN, models)).isEqualTo(2 * (162 + 17 + 60) + 300);
    }

    @Test
    void a_time_that_the_user_set_counts_and_the_fetch_comes_on_top() {
        List<Optional<Size>> models = List.of(Optional.of(Size.gib(15)));
        Optional<Duration> asked = Optional.of(Duration.ofMinutes(15));
        assertThat(Seconds.start(asked, models)).isEqualTo(900);
        assertThat(Seconds.progressDeadline(asked, models)).isEqualTo(900 + 2 * 162 + 300);
    }

    @Test
    void a_model_of_unknown_size_may_take_half_an_hour() {
        Optional<Duration> asked = Optional.of(Duration.ofMinutes(10));
        assertThat(Seconds.progressDeadline(asked, List.of(Optional.empty()))).isEqualTo(600 + 1800 + 300);
    }

    @Test
    void the_startup_probe_covers_the_whole_time() {
        assertThat(Seconds.startupFailures(120)).isEqualTo(12);
        assertThat(Seconds.startupFailures(121)).isEqualTo(13);
        assertThat(Seconds.startupFailures(1)).isEqualTo(1);
    }

    @Test
    void a_fraction_of_a_second_is_a_whole_one() {
        assertThat(Seconds.ofRoundedUp(Duration.ofMillis(1500))).isEqualTo(2);
        assertThat(Seconds.ofRoundedUp(Duration.ofSeconds(2))).isEqualTo(2);
    }
}
