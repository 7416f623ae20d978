package dev.davit.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Cron;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 3 * * 1     | 0 3 * * 1",
                "0 3 * * 7     | 0 3 * * 0",
                "0 3 * * 5-7   | 0 3 * * 0,5,6",
                "0 3 * * 1-7/2 | 0 3 * * 0,1,3,5",
                "0 3 * * 2,7   | 0 3 * * 2,0",
                "7 7 7 7 */7   | 7 7 7 7 */7",
                "0 3 * * 7-3   | 0 3 * * 7-3"
            })
    void sunday_is_zero_for_kubernetes(String cron, String kubernetes) {
        assertThat(Schedules.of(Cron.of(cron))).isEqualTo(kubernetes);
    }
}
