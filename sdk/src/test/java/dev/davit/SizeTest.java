package dev.davit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SizeTest {
    @Test
    void a_whole_gibibyte_is_written_in_gibibytes() {
        assertThat(Size.mib(2048).quantity()).isEqualTo("2Gi");
        assertThat(Size.mib(2048)).hasToString("Size.gib(2)").isEqualTo(Size.gib(2));
    }

    @Test
    void nothing_and_less_is_refused_in_words() {
        assertThatThrownBy(() -> Size.gib(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Size.gib(0) is out of range: give 1 to 8191 (less than 8 TiB)");
    }

    @Property
    void a_size_sold_in_whole_gibibytes_is_never_smaller_than_asked(
            @ForAll @LongRange(min = 1, max = 8_000_000) long mib) {
        Size size = Size.mib(mib);
        assertThat(size.inGibRoundedUp() * 1024).isBetween(mib, mib + 1023);
    }

    @Property
    void the_order_of_sizes_is_the_order_of_their_bytes(
            @ForAll @LongRange(min = 1, max = 8_000_000) long one,
            @ForAll @LongRange(min = 1, max = 8_000_000) long other) {
        assertThat(Integer.signum(Size.mib(one).compareTo(Size.mib(other)))).isEqualTo(Long.compare(one, other));
    }
}
