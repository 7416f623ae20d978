package dev.davit.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Definition;
import dev.davit.target.Images;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StabilityTest {
    static List<Definition> definitions() {
        return List.of(new Shop(), new Lab());
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void another_language_and_time_zone_give_the_same_bytes(Definition definition) {
        Map<String, String> first = Made.of(definition, Images.NONE).files();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(Made.of(definition, Images.NONE).files()).isEqualTo(first);
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(Made.of(definition, Images.NONE).files()).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
