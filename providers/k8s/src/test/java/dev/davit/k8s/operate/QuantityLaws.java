package dev.davit.k8s.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class QuantityLaws {
    @Property
    void a_thousand_and_twenty_four_of_one_suffix_are_one_of_the_next(@ForAll @IntRange(max = 1000) int count) {
        assertThat(amount(count * 1024 + "Mi")).isEqualByComparingTo(amount(count + "Gi"));
        assertThat(amount(count + "000m")).isEqualByComparingTo(amount("" + count));
        assertThat(amount(count + "e3")).isEqualByComparingTo(amount(count + "k"));
    }

    @Property
    void any_text_is_an_amount_or_none(@ForAll String text) {
        assertThat(Quantity.parse(text)).isNotNull();
    }

    @Example
    void binary_is_more_than_decimal() {
        assertThat(amount("1Gi")).isGreaterThan(amount("1G"));
        assertThat(amount("1.5Ki").value()).isEqualByComparingTo(BigDecimal.valueOf(1536));
        assertThat(Quantity.parse("1 Gi")).isEmpty();
    }

    private static Quantity amount(String text) {
        return Quantity.parse(text).orElseThrow();
    }
}
