package dev.davit.k8s.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {
    @ParameterizedTest
    @CsvSource({
        "500m, 0.5",
        "1, 1",
        "1.5, 1.5",
        ".5, 0.5",
        "2k, 2000",
        "1Ki, 1024",
        "1Gi, 1073741824",
        "1M, 1000000",
        "2e3, 2000",
        "2E3, 2000",
        "1E, 1000000000000000000",
        "1Ei, 1152921504606846976",
        "100n, 0.0000001"
    })
    void a_quantity_is_read(String text, BigDecimal amount) {
        assertThat(Amount.parse(text).orElseThrow()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Gi", "1 Gi", "1GiB", "0x10", "NaN", "1e999999999"})
    void what_is_none_is_not_read(String text) {
        assertThat(Amount.parse(text)).isEmpty();
    }
}
